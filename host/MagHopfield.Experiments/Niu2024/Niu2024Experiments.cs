namespace MagHopfield.Experiments.Niu2024;

/// <summary>The experiments of Niu et al., PNAS 2024, with four nodes.</summary>
public static class Niu2024Experiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PaperExperiment> All { get; } =
    [
        new("fig3", "All six G_ij while the film is retrained, beside eqs. 1, 2 and 3.",
            run => Figure3Report.Of(new Niu2024Figure3(new Figure3Parameters(run.Film)).Run(run.Progress, run.Cancellation))),
        new("fig4", "All seven patterns with their energies and retention, and letters recalled in pieces.",
            run => Figure4Report.Of(new Niu2024Figure4(run.Film).Run(run.Progress, run.Cancellation))),
        new("gates", "AND, OR, NAND and NOR of one film, and for which films and protocols they come out.",
            run => GatesReport.Of(new Niu2024Gates(run.Film).Run(run.Progress, run.Cancellation))),
        new("inference", "Inference by measured currents: the window of ξ for each AMR ratio, and recalls with their number of updates.",
            run => InferenceReport.Of(new Niu2024Inference(run.Film).Run(run.Progress, run.Cancellation))),
        new("spread", "A hundred random devices at 300 K: grains, edges, electrodes, AMR ratio; goes on after an interruption.",
            run => SpreadReport.Of(new Niu2024Spread(run.Film, new SpreadParameters()).Run(
                run.Devices, run.Threads, Path.Combine(run.Folder, "devices.tsv"), run.Progress, run.Cancellation))),
        new("repeatability", "The seven patterns again and again in random order, cold and at 300 K.",
            run => Niu2024Repeatability.Report(new Niu2024Repeatability(run.Film).Run(run.Progress, run.Cancellation))),
        new("surrogate", "Eq. 2 fitted to the simulated film, with its error, as a file.",
            run => SurrogateReport.Of(new Niu2024Surrogate(run.Film).Run(run.Progress, run.Cancellation))),
    ];
}
