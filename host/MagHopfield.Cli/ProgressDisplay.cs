using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>
/// How far a command is and how long it will still take: a bar on a terminal, lines where standard output goes to a file or another
/// program. It appears with the first report. Unlike Progress&lt;T&gt; it reports in the caller's thread, so that no report arrives after
/// it is gone.
/// </summary>
/// <param name="isMeasured">Whether what is shown is timed: the bar is drawn at each report then, not by a thread of its own.</param>
internal sealed class ProgressDisplay(bool isMeasured) : IProgress<StudyProgress>, IDisposable
{
    // As wide as most of what is told, so that the bar does not move.
    private const int Widest = 36;

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _ended = new();
    private readonly ProgressLines? _lines = IsTerminal ? null : new(Console.Out, TimeProvider.System);
    private Task? _shown;
    private ProgressContext? _context;
    private ProgressTask? _bar;
    private bool _isOver;

    /// <summary>Whether standard output is a terminal, on which a bar can be drawn over and over.</summary>
    public static bool IsTerminal => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities is { Interactive: true, Ansi: true };

    /// <summary>Columns of every bar: what is done, the bar, per cent, time since the start, time left.</summary>
    public static ProgressColumn[] Columns =>
        [
            new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
            new ElapsedTimeColumn(), new RemainingTimeColumn(),
        ];

    /// <inheritdoc/>
    public void Report(StudyProgress value)
    {
        if (_lines is not null)
        {
            _lines.Report(value);
            return;
        }

        lock (_lock)
        {
            if (_isOver)
                return;
            if (_bar is null)
                Begin();
            _bar!.Description = Markup.Escape(value.Activity.PadRight(Widest));
            _bar.Value = Math.Max(_bar.Value, value.Fraction);
            if (isMeasured)
                _context!.Refresh();
        }
    }

    /// <summary>The work is over: nothing is drawn any more.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isOver)
                return;
            _isOver = true;
            if (_bar is not null)
                _bar.Value = 1;
            _ended.SetResult();
            _shown?.GetAwaiter().GetResult();
        }
    }

    private void Begin()
    {
        using ManualResetEventSlim begun = new();
        _shown = Task.Run(() => AnsiConsole.Progress().AutoClear(false).AutoRefresh(!isMeasured).Columns(Columns).StartAsync(
            async context =>
        {
            (_context, _bar) = (context, context.AddTask("start".PadRight(Widest), maxValue: 1));
            begun.Set();
            await _ended.Task;
        }));
        begun.Wait();
    }
}
