namespace MagHopfield.Experiments.Niu2024;

/// <summary>The experiments of Niu et al., PNAS 2024, with four nodes.</summary>
public static class Niu2024Experiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PaperExperiment> All { get; } =
    [
        new("fig3", "All six G_ij while the film is retrained, beside eqs. 1, 2 and 3.",
            (film, progress, stop) => Figure3Report.Of(new Niu2024Figure3(new Figure3Parameters(film)).Run(progress, stop))),
    ];
}
