namespace MagHopfield.Model.Running;

/// <summary>Is told how far a run is.</summary>
public interface IRunObserver
{
    /// <summary>Tells how far a stage is; called after every step.</summary>
    /// <param name="stage">Number of the stage, from 1.</param>
    /// <param name="stages">Number of stages.</param>
    /// <param name="activity">What the stage does, in a few words with the simulated time or the torque.</param>
    /// <param name="fraction">Share of the stage that is done, 0 to 1.</param>
    void Report(int stage, int stages, string activity, double fraction);
}
