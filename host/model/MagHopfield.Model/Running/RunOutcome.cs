using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Model.Running;

/// <summary>How a run ended.</summary>
/// <param name="Folder">Folder of its results.</param>
/// <param name="Stages">Its stages.</param>
/// <param name="Steps">Steps of all stages.</param>
/// <param name="Time">Simulated time at the end in seconds.</param>
/// <param name="Average">Average of m over the body at the end.</param>
/// <param name="Energy">Energy at the end in J.</param>
/// <param name="Cells">Cells of the body.</param>
/// <param name="Threads">Threads it ran on.</param>
/// <param name="Elapsed">Time on the clock, since it went on where it was resumed.</param>
public sealed record RunOutcome(
    string Folder,
    IReadOnlyList<StageOutcome> Stages,
    long Steps,
    double Time,
    Vector3D Average,
    double Energy,
    int Cells,
    int Threads,
    TimeSpan Elapsed)
{
    /// <summary>Whether every stage that was begun reached its end.</summary>
    public bool Reached => Stages.All(s => s.Reached);

    /// <summary>Why the run stopped in its last stage here, in one line; null where it went through all of them.</summary>
    public string? Failure => Stages.Count > 0 ? Stages[^1].Failure : null;
}
