using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Store;

namespace MagHopfield.Model.Running;

/// <summary>
/// A run's position and magnetisation in one file, whole or absent: an OVF file, which any program of the field can show, with the position
/// in its description, and the problem and the build that it is of. A sum over all of it tells a damaged one.
/// </summary>
internal static class Checkpoint
{
    private const string IdentityMark = "problem: ", BuildMark = "build: ", PositionMark = "position: ", SumMark = "sha256: ";

    /// <summary>Writes a checkpoint.</summary>
    public static void Write<T>(string path, string identity, RunPosition position, VectorField<T> m)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string[] lines =
        [
            IdentityMark + identity, BuildMark + Build, PositionMark + JsonSerializer.Serialize(position, PositionJson.Default.RunPosition),
        ];
        Ovf2.Write(path, m, OvfData.Binary8, "checkpoint", "1", [.. lines, SumMark + Sum(lines, m)]);
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="identity">Identity of the problem that it must be of.</param>
    /// <param name="m">Receives the magnetisation.</param>
    /// <exception cref="ProblemFileException">It is damaged, of another problem, or of another build of the program.</exception>
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
                    $"{path}: the checkpoint is of another text of the problem file, or a file that it names has changed; bring back what "
                    + "it "
                    + "was, or run without --resume into another folder.");
            }

            string build = lines.FirstOrDefault(l => l.StartsWith(BuildMark, StringComparison.Ordinal))?[BuildMark.Length..] ?? "";
            if (build != Build)
            {
                throw new ProblemFileException(
                    $"{path}: the checkpoint is of another build of the program, which may go other steps; "
                    + (build.Length == 0 ? "" : $"go on all the same by {ProgramBuild.Variable}={build} in the environment, or ")
                    + "run without --resume into another folder.");
            }

            if (Line(lines, SumMark) != Sum(lines.Where(l => !l.StartsWith(SumMark, StringComparison.Ordinal)), file.Field))
                throw new FormatException("its sum is another one");
            file.Field.X.CopyTo(m.X, 0);
            file.Field.Y.CopyTo(m.Y, 0);
            file.Field.Z.CopyTo(m.Z, 0);
            return JsonSerializer.Deserialize(Line(lines, PositionMark), PositionJson.Default.RunPosition)!;
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or ArgumentException)
        {
            throw new ProblemFileException(
                $"{path}: the checkpoint is damaged ({e.Message.TrimEnd('.')}); run without --resume into another folder.", e);
        }
    }

    private static string Build => ProgramBuild.Of(typeof(Checkpoint).Assembly).Name;

    private static string Sum<T>(IEnumerable<string> lines, VectorField<T> m)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        foreach (T[] component in (T[][])[m.X, m.Y, m.Z])
            hash.AppendData(MemoryMarshal.AsBytes<T>(component));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Line(string[] lines, string mark) =>
        lines.FirstOrDefault(l => l.StartsWith(mark, StringComparison.Ordinal))?[mark.Length..]
        ?? throw new FormatException($"it has no line \"{mark.Trim()}\"");
}
