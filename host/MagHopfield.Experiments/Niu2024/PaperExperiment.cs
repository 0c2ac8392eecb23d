namespace MagHopfield.Experiments.Niu2024;

/// <summary>An experiment of a paper that can be run by name.</summary>
/// <param name="Name">Name, as in "fig3".</param>
/// <param name="Description">In one sentence.</param>
/// <param name="Run">Runs it.</param>
public sealed record PaperExperiment(string Name, string Description, Func<PaperRun, PaperReport> Run)
{
    /// <summary>Share of the time of the whole, in arbitrary units (seconds on two cores of a shared server).</summary>
    public double Cost { get; init; } = 20;

    /// <summary>Whether its comparisons are no claims of the paper, but whether our own numbers are converged.</summary>
    public bool ChecksOwnNumbers { get; init; }

    /// <summary>Whether it makes random devices, whose number the user chooses.</summary>
    public bool HasDevices { get; init; }
}
