using CsCheck;
using MagHopfield.Model.Checking;
using MagHopfield.Model.Files;

namespace MagHopfield.Model.Tests;

public sealed class FuzzTests
{
    // All sections, in the smallest size.
    private const string Everything = """
        title = "all"
        precision = "single"
        [mesh]
        cells = [4, 3, 2]
        cell_size = [4e-9, 4e-9, 4e-9]
        periodic = ["x"]
        [[geometry]]
        shape = "polygon"
        corners = [[-8e-9, -6e-9], [8e-9, -6e-9], [8e-9, 6e-9]]
        angle = 0.1
        [[geometry]]
        operation = "subtract"
        shape = "layer"
        bottom = 3e-9
        top = 4e-9
        [[region]]
        name = "a"
        exchange_stiffness = 1e-11
        gilbert_damping = 0.1
        shape = "ellipsoid"
        axes = [1e-8, 1e-8, 1e-8]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.5
        interfacial_dmi = 1e-3
        [[anisotropy]]
        kind = "cubic"
        axis = [1, 0, 0]
        second_axis = [0, 1, 0]
        kc1 = 1e4
        region = "a"
        [demagnetisation]
        periodic_images = 2
        [current]
        density = [1e11, 0, 0]
        polarisation = 0.5
        [slonczewski]
        current_density = 1e10
        fixed_layer = [0, 0, 1]
        polarisation = 0.5
        [thermal]
        temperature = 10.0
        [field]
        waveform = "table"
        amplitude_tesla = [0, 0, 0.1]
        points = [[0, 0], [1e-12, 1]]
        [initial]
        state = "two_domains"
        wall_width = 1e-8
        [solver]
        max_error = 1e-4
        [[stage]]
        kind = "relax"
        max_torque = 1e3
        [[stage]]
        kind = "run"
        time = 1e-12
        [stage.field]
        waveform = "pulse"
        amplitude = [1e4, 0, 0]
        duration = 5e-13
        rise = 1e-13
        [output]
        table_interval = 1e-13
        columns = ["t", "mx", "charge"]
        pictures = []
        """;

    [Fact]
    public void A_damaged_file_is_read_or_refused_in_one_line_and_so_checked()
    {
        string text = Everything.ReplaceLineEndings("\n");
        Assert.Equal(
            Severity.Warning,
            ProblemCheck.Of(ProblemFile.Parse(text, "a.toml")).Select(f => f.Severity).DefaultIfEmpty(Severity.Warning).Max());
        string[] bits =
        [
            "\n", "[", "]", "[[", "=", "\"", "0", "-1", "1e-30", "1e300", "nan", "inf", "true", "[stage]", "x", "'", "#", "\u0000",
            "9223372036854775807", ",",
        ];
        (int Begin, int Length)[] values = [.. ValuesOf(text)];
        Gen<string> damaged = Gen.OneOf(
            // A value replaced by another thing.
            Gen.Select(
                Gen.Int[0, values.Length - 1],
                Gen.OneOf([.. bits.Select(Gen.Const)])).Select((i, bit) => Replaced(text, values[i].Begin, values[i].Length, bit)),
            // A value replaced by that of another key.
            Gen.Select(Gen.Int[0, values.Length - 1], Gen.Int[0, values.Length - 1]).Select((i, j) =>
                Replaced(text, values[i].Begin, values[i].Length, text.Substring(values[j].Begin, values[j].Length))),
            // Some characters gone, or others put in.
            Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 30], Gen.OneOf([.. bits.Select(Gen.Const)]).Array[0, 3]).Select(
                (at, length, put) =>
                Replaced(text, at, Math.Min(length, text.Length - at), string.Concat(put))));
        damaged.Sample(
            broken =>
            {
                ProblemFile file;
                try
                {
                    file = ProblemFile.Parse(broken, "a.toml");
                }
                catch (ProblemFileException e)
                {
                    return e.Message.StartsWith("a.toml(") && !e.Message.Contains('\n') && !e.Message.Contains("Parameter");
                }

                // A mesh may be read that takes long to fill.
                return file.Problem.Mesh.CellCount > 1_000_000 || ProblemCheck.Of(file).All(f => f.Line >= 1 && !f.Message.Contains('\n'));
            },
            iter: 2000);
    }

    private static IEnumerable<(int Begin, int Length)> ValuesOf(string text)
    {
        int at = 0;
        foreach (string line in text.Split('\n'))
        {
            int equals = line.IndexOf(" = ", StringComparison.Ordinal);
            if (equals >= 0)
                yield return (at + equals + 3, line.Length - equals - 3);
            at += line.Length + 1;
        }
    }

    private static string Replaced(string text, int begin, int length, string by) => text[..begin] + by + text[(begin + length)..];
}
