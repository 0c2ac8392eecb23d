using MagHopfield.Model.Problems;
using MagHopfield.Model.Running;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>A bar with the time left for the stage at work and, where there are several, one for the whole run.</summary>
internal sealed class StageProgress(ProgressContext context, IReadOnlyList<StageParameters> stages) : IRunObserver
{
    // As wide as "12/12 minimise, 1.2e-10 A/m", so that bars stand below each other.
    private const int Widest = 28;

    private readonly StageShares _shares = new(stages);
    private readonly ProgressTask? _whole = stages.Count > 1 ? context.AddTask("whole run".PadRight(Widest), maxValue: 1) : null;
    private ProgressTask? _task;
    private int _stage;
    private string _activity = "";

    /// <inheritdoc/>
    public void Report(int stage, int count, string activity, double fraction)
    {
        if (stage != _stage)
        {
            // A finished bar goes away.
            if (_task is not null)
            {
                _task.Value = 1;
                _task.StopTask();
            }

            (_stage, _task, _activity) = (stage, context.AddTask($"{stage}/{count}", maxValue: 1), "");
        }

        if (!ReferenceEquals(activity, _activity))
        {
            _task!.Description = Markup.Escape($"{stage}/{count} {activity}".PadRight(Widest));
            _activity = activity;
        }

        _task!.Value = fraction;
        if (_whole is not null)
            _whole.Value = _shares.Whole(stage, fraction);
    }
}
