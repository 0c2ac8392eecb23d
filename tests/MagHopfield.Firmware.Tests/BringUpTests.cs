using System.Globalization;
using System.Text.RegularExpressions;
using MagHopfield.Hardware.Dummy;

namespace MagHopfield.Firmware.Tests;

/// <summary>Every command of hardware/bring-up.md, in its order, said to the ESP32's head by its UART, the dummy film connected.</summary>
[Collection("head")]
public partial class BringUpTests
{
    [Fact]
    public void Every_step_of_the_guide_answers_on_the_ESP32_s_head_as_the_guide_expects()
    {
        using Esp32 device = new(film: DummyFilm.Nominal) { PulseVolts = 0.5 };
        using Running head = new(device);
        Assert.Equal("1", head.Ask("FORM ASC;*OPC?"));
        int steps = 0;
        IEnumerable<string> said = File.ReadLines(Guide()).SkipWhile(l => !l.StartsWith("## 3.", StringComparison.Ordinal))
            .TakeWhile(l => !l.StartsWith("## 7.", StringComparison.Ordinal));
        foreach (string line in said)
        {
            Match row = Row().Match(line);
            if (!row.Success)
                continue;

            string[] says = [.. row.Groups[1].Value.Split("`, `")];
            string answer = "";
            foreach (string say in says)
            {
                answer = head.Ask(say.Contains('?') ? say : say + ";*OPC?");
                Assert.Equal("0,\"No error\"", head.Ask("SYST:ERR?"));
            }

            steps++;
            string expected = row.Groups[2].Success ? row.Groups[2].Value : "";
            if (expected.Length > 0)
                Compare(says[^1], expected, answer);
        }

        Assert.True(steps >= 18, $"The guide has {steps} steps that this test understands.");
        Assert.Equal(3, device.GatePulses);
        Assert.Equal(0, device.SwitchFramesInPulse);
        Assert.Empty(device.Board.Hazards);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.2)]
    public void The_rail_that_the_guide_asks_for_is_answered_by_an_ESP32_of_any_reference(double reference)
    {
        using Esp32 device = new(film: DummyFilm.Nominal) { AdcReference = reference };
        using Running head = new(device);
        double rail = double.Parse(head.Ask("DIAG:POW?").Split(',')[0], CultureInfo.InvariantCulture);
        Assert.InRange(rail, 6.3, 6.7);
        Assert.Equal(
            "0",
            head.Ask("STAT:QUES:COND?") is string bits && (int.Parse(bits, CultureInfo.InvariantCulture) & 1) == 0
                ? "0"
                : "a supply is in doubt");
    }

    // A number of the guide is that of another board of its kind, with other noise.
    private static void Compare(string say, string expected, string answer)
    {
        string[] wanted = expected.Split(',');
        string[] got = answer.Split(',');
        Assert.Equal(wanted.Length, got.Length);
        for (int i = 0; i < wanted.Length; i++)
        {
            if (double.TryParse(wanted[i], CultureInfo.InvariantCulture, out double w)
                && double.TryParse(got[i], CultureInfo.InvariantCulture, out double g))
            {
                // An uncertainty scatters itself.
                double tolerance = (say.Contains("UNC", StringComparison.Ordinal) ? 0.5 : 0.01) * Math.Abs(w);
                Assert.True(Math.Abs(w - g) <= tolerance, $"{say}: {answer}, the guide expects {expected}.");
            }
            else
            {
                Assert.Equal(wanted[i], got[i]);
            }
        }
    }

    private static string Guide()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder != null && !File.Exists(Path.Combine(folder.FullName, "MagHopfield.sln")))
            folder = folder.Parent;

        return Path.Combine(folder!.FullName, "hardware", "bring-up.md");
    }

    // | `command` or `setting`, `command` | `answer` or a text |
    [GeneratedRegex(@"^\| `([A-Z*][^|]*?)`(?:, then `[^`]+`)? \| (?:`([^`]+)` )?")]
    private static partial Regex Row();
}
