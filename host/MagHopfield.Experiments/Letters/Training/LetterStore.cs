using System.Globalization;
using System.Runtime.InteropServices;
using MagHopfield.Experiments.Results;
using MagHopfield.Shared;

namespace MagHopfield.Experiments.Letters;

/// <summary>
/// Trainings that have been computed, a file each, so that an interrupted run goes on where it was: a file is whole or absent, and its
/// name and first line hold all parameters of its case.
/// </summary>
/// <param name="folder">Folder of the files; made when the first is written.</param>
public sealed class LetterStore(string folder)
{
    private const string Head = "# maghopfield training ";

    /// <summary>The history of a case, read if it has been computed, computed and written otherwise.</summary>
    /// <param name="letters">The case.</param>
    /// <param name="lessonDone">Called with the share done while it is computed.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public LetterHistory Get(LetterCase letters, Action<double>? lessonDone = null, CancellationToken cancellation = default)
    {
        string path = Path.Combine(folder, letters.FileName);
        if (File.Exists(path) && Read(path, letters) is LetterHistory known)
        {
            return known;
        }

        LetterHistory history = LetterTraining.Run(letters, lessonDone, cancellation);
        Directory.CreateDirectory(folder);
        using StagedFile file = new(path);
        Write(file.Writer, letters, history);
        file.Complete();
        return history;
    }

    /// <summary>Whether a case has been computed.</summary>
    public bool Has(LetterCase letters) => File.Exists(Path.Combine(folder, letters.FileName));

    private static void Write(TextWriter writer, LetterCase letters, LetterHistory history)
    {
        writer.WriteLine(Head + letters.Identity);
        writer.WriteLine(string.Join('\t', "seconds", Number(history.FieldSeconds), Number(history.ConductanceSeconds)));
        writer.WriteLine("saturated\t" + Pairs(history.Saturated));
        foreach (Lesson l in history.Lessons)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lesson\t{l.Epoch}\t{l.Pattern}\t{Pairs(l.Conductance)}"));
        }

        foreach (LetterTexture t in history.Textures)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"texture\t{t.Epoch}\t{t.Pattern}\t{Bytes(t.X)}\t{Bytes(t.Y)}\t{Bytes(t.Z)}"));
        }

        writer.WriteLine("end");
    }

    // Null for a file of another case or one that something cut off: it is computed anew.
    private static LetterHistory? Read(string path, LetterCase letters)
    {
        string[] lines = File.ReadAllLines(path);
        if (lines.Length < 4 || lines[0] != Head + letters.Identity || lines[^1] != "end")
        {
            return null;
        }

        int n = letters.Set.NodeCount;
        string[] seconds = lines[1].Split('\t');
        List<Lesson> lessons = [];
        List<LetterTexture> textures = [];
        foreach (string[] cells in lines[3..^1].Select(l => l.Split('\t')))
        {
            (int epoch, int pattern) = (int.Parse(cells[1], CultureInfo.InvariantCulture), int.Parse(cells[2], CultureInfo.InvariantCulture));
            if (cells[0] == "lesson")
            {
                lessons.Add(new Lesson(epoch, pattern, Matrix(n, cells[3..])));
            }
            else
            {
                textures.Add(new LetterTexture(epoch, pattern, Floats(cells[3]), Floats(cells[4]), Floats(cells[5])));
            }
        }

        return new LetterHistory(Matrix(n, lines[2].Split('\t')[1..]), lessons, textures, Value(seconds[1]), Value(seconds[2]));
    }

    private static string Pairs(ConductanceMatrix g) => string.Join('\t', g.ToPairs().Select(Number));

    private static ConductanceMatrix Matrix(int n, string[] cells) => ConductanceMatrix.FromPairs(n, [.. cells.Select(Value)]);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double Value(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Bytes(float[] values) => Convert.ToBase64String(MemoryMarshal.AsBytes<float>(values));

    private static float[] Floats(string text) => MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(text)).ToArray();
}
