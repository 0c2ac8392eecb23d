using MagHopfield.Experiments.EndToEnd;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>Shows how far a run is as a bar with the time left.</summary>
internal sealed class ProgressObserver(ProgressContext context) : IEndToEndObserver
{
    private readonly ProgressTask _task = context.AddTask("start", maxValue: 1);

    /// <inheritdoc/>
    public void Report(string activity, double fraction)
    {
        _task.Description = activity.PadRight(24);
        _task.Value = fraction;
    }
}
