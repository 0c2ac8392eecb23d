using System.Text.RegularExpressions;
using MagHopfield.Studies;

namespace MagHopfield.Cli.Tests;

/// <summary>Progress where standard output is no terminal.</summary>
public class ProgressLinesTests
{
    [Fact]
    public void Per_cent_never_fall_and_each_line_says_how_long_it_will_take()
    {
        StandingClock clock = new();
        StringWriter output = new();
        ProgressLines lines = new(output, clock);
        double[] reports = [0, 0.1, 0.05, 0.3, 0.31, 0.2, 0.5, 1];
        foreach (double fraction in reports)
        {
            lines.Report(new StudyProgress("work", fraction));
            clock.Now += TimeSpan.FromSeconds(10);
        }

        string[] said = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        int[] percent = [.. said.Select(l => int.Parse(l[..3]))];
        Assert.Equal([0, 10, 30, 50, 100], percent);
        Assert.Equal(" 10 %  work, 1 min 30 s left", said[1]);
        Assert.Equal(" 50 %  work, 1 min 00 s left", said[3]);
        Assert.Equal("100 %  work, 1 min 10 s in all", said[4]);
    }

    [Fact]
    public void What_an_earlier_run_has_done_does_not_make_this_one_look_fast()
    {
        StandingClock clock = new();
        StringWriter output = new();
        ProgressLines lines = new(output, clock);
        lines.Report(new StudyProgress("device 80 of 100", 0.8));
        clock.Now += TimeSpan.FromSeconds(60);
        lines.Report(new StudyProgress("device 90 of 100", 0.9));
        Assert.EndsWith("device 90 of 100, 1 min 00 s left", output.ToString().TrimEnd());
    }

    [Fact]
    public void A_long_step_is_told_of_at_least_twice_a_minute()
    {
        StandingClock clock = new();
        StringWriter output = new();
        ProgressLines lines = new(output, clock);
        for (int i = 0; i <= 120; i++)
        {
            lines.Report(new StudyProgress("step", 1e-4 * i));
            clock.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Equal(5, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_command_whose_output_goes_to_a_file_says_how_far_it_is_in_order_and_how_long_it_takes()
    {
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run("hardware", "budget", "--boards", "2");
        Assert.Equal(0, outcome.ExitCode);
        int[] percent =
        [
            .. Regex.Matches(outcome.Output, @"^ *(\d+) %  ", RegexOptions.Multiline).Select(m => int.Parse(m.Groups[1].Value)),
        ];
        Assert.InRange(percent.Length, 5, 100);
        Assert.Equal(percent.Order(), percent);
        Assert.Contains(" s left", outcome.Output);
    }

    private sealed class StandingClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
