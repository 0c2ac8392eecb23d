using MagHopfield.Experiments.Niu2024;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>
/// How far a command is and how long it will still take: a bar on a terminal, lines where standard output goes to a file or another program.
/// </summary>
internal static class ProgressDisplay
{
    /// <summary>Whether standard output is a terminal, on which a bar can be drawn over and over.</summary>
    public static bool IsTerminal => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities is { Interactive: true, Ansi: true };

    /// <summary>Columns of every bar: what is done, the bar, per cent, time since the start, time left.</summary>
    public static ProgressColumn[] Columns =>
        [new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn()];

    /// <summary>Works while its progress is shown.</summary>
    /// <param name="work">The work, which reports as often as it likes, from any thread.</param>
    /// <param name="autoRefresh">Whether the bar is drawn by a thread of its own, which takes time from what is measured; else at each report.</param>
    public static T Run<T>(Func<IProgress<ExperimentProgress>, T> work, bool autoRefresh = true) => IsTerminal
        ? AnsiConsole.Progress().AutoClear(false).AutoRefresh(autoRefresh).Columns(Columns).Start(context =>
        {
            Bar bar = new(context, refreshes: !autoRefresh);
            T result = work(bar);
            bar.End();
            return result;
        })
        : work(new ProgressLines(Console.Out, TimeProvider.System));

    // Unlike Progress<T> it reports in the caller's thread, so that no report arrives after the bar is gone.
    private sealed class Bar(ProgressContext context, bool refreshes) : IProgress<ExperimentProgress>
    {
        // As wide as most of what is told, so that the bar does not move.
        private const int Widest = 36;
        private readonly ProgressTask _task = context.AddTask("start".PadRight(Widest), maxValue: 1);
        private readonly Lock _lock = new();

        public void Report(ExperimentProgress value)
        {
            lock (_lock)
            {
                _task.Description = Markup.Escape(value.Activity.PadRight(Widest));
                _task.Value = Math.Max(_task.Value, value.Fraction);
            }

            if (refreshes)
            {
                context.Refresh();
            }
        }

        public void End() => _task.Value = 1;
    }
}
