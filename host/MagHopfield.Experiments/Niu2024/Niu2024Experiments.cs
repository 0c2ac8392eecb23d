namespace MagHopfield.Experiments.Niu2024;

/// <summary>The experiments of Niu et al., PNAS 2024, with four nodes.</summary>
public static class Niu2024Experiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PaperExperiment> All { get; } =
    [
        new("fig3", "All six G_ij while the film is retrained, beside eqs. 1, 2 and 3.",
            (film, progress, stop) => Figure3Report.Of(new Niu2024Figure3(new Figure3Parameters(film)).Run(progress, stop))),
        new("fig4", "All seven patterns with their energies and retention, and letters recalled in pieces.",
            (film, progress, stop) => Figure4Report.Of(new Niu2024Figure4(film).Run(progress, stop))),
        new("gates", "AND, OR, NAND and NOR of one film.", (film, progress, stop) => new Niu2024Gates(film).Run(progress, stop)),
        new("inference", "Inference by measured currents: the window of ξ for each AMR ratio.",
            (film, progress, stop) => new Niu2024Inference(film).Run(progress, stop)),
    ];
}
