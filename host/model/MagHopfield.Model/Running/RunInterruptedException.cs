namespace MagHopfield.Model.Running;

/// <summary>A run was cancelled and left a checkpoint.</summary>
/// <param name="checkpoint">Path of the checkpoint.</param>
/// <param name="stage">Number of the stage, from 1.</param>
/// <param name="time">Simulated time of the checkpoint in seconds.</param>
/// <param name="inner">The cancellation.</param>
public sealed class RunInterruptedException(string checkpoint, int stage, double time, Exception inner)
    : OperationCanceledException(
        FormattableString.Invariant($"interrupted in stage {stage} at t = {time} s; the checkpoint is '{checkpoint}'."), inner)
{
    /// <summary>Path of the checkpoint.</summary>
    public string Checkpoint => checkpoint;

    /// <summary>Number of the stage, from 1.</summary>
    public int Stage => stage;

    /// <summary>Simulated time of the checkpoint in seconds.</summary>
    public double Time => time;
}
