using System.Numerics;
using System.Text.Json;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Problems.Output;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Running;

/// <summary>
/// A run's position and magnetisation in one file, whole or absent: an OVF file, which any program of the field can show, with the position
/// in its description.
/// </summary>
internal static class Checkpoint
{
    private const string IdentityMark = "problem: ", PositionMark = "position: ";

    /// <summary>Writes a checkpoint.</summary>
    public static void Write<T>(string path, string identity, RunPosition position, VectorField<T> m)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string[] description = [IdentityMark + identity, PositionMark + JsonSerializer.Serialize(position)];
        WholeFile.Write(path, stream => Ovf2.Write(stream, m, OvfData.Binary8, "checkpoint", "1", description));
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="identity">Identity of the problem that it must be of.</param>
    /// <param name="m">Receives the magnetisation.</param>
    /// <exception cref="ProblemFileException">It is damaged, or of another problem.</exception>
    public static RunPosition Read<T>(string path, string identity, VectorField<T> m)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        try
        {
            OvfFile<T> file = Ovf.Read<T>(path);
            string[] lines = file.Header["desc"].Split('\n');
            if (Line(lines, IdentityMark) != identity)
            {
                throw new ProblemFileException(
                    $"{path}: the checkpoint is of another text of the problem file, or a file that it names has changed; bring back what it was, or run without --resume into another folder.");
            }

            file.Field.X.CopyTo(m.X, 0);
            file.Field.Y.CopyTo(m.Y, 0);
            file.Field.Z.CopyTo(m.Z, 0);
            return JsonSerializer.Deserialize<RunPosition>(Line(lines, PositionMark))!;
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or ArgumentException)
        {
            throw new ProblemFileException($"{path}: the checkpoint is damaged ({e.Message.TrimEnd('.')}); run without --resume into another folder.", e);
        }
    }

    private static string Line(string[] lines, string mark) =>
        lines.FirstOrDefault(l => l.StartsWith(mark, StringComparison.Ordinal))?[mark.Length..]
        ?? throw new FormatException($"it has no line \"{mark.Trim()}\"");
}
