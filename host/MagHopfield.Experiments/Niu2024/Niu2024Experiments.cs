using MagHopfield.Film.Parameters;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>The experiments of Niu et al., PNAS 2024, with four nodes.</summary>
public static class Niu2024Experiments
{
    /// <summary>All of them, in the order of the paper.</summary>
    public static IReadOnlyList<PaperExperiment> All { get; } =
    [
        new("fig3", "All six G_ij while the film is retrained, beside eqs. 1, 2 and 3.",
            run => Figure3Report.Of(new Niu2024Figure3(new Figure3Parameters(run.Film)).Run(run.Progress, run.Cancellation)))
        {
            Cost = 14,
        },
        new("fig4", "All seven patterns with their energies and retention, and letters recalled in pieces.",
            run => Figure4Report.Of(new Niu2024Figure4(run.Film) { Others = FullField(run.Film) }.Run(run.Progress, run.Cancellation)))
        {
            Cost = 58,
        },
        new("pulse", "How long a pulse must last and how steep its edges must be.",
            run => Niu2024Pulse.Report(new Niu2024Pulse(run.Film).Run(run.Progress, run.Cancellation)))
        {
            Cost = 23,
        },
        new("inference", "Inference by measured currents: the window of ξ for each AMR ratio, and recalls with their number of updates.",
            run => InferenceReport.Of(new Niu2024Inference(run.Film).Run(run.Progress, run.Cancellation)))
        {
            Cost = 8,
        },
        new("gates", "AND, OR, NAND and NOR of one film, and for which films and protocols they come out; goes on after an interruption.",
            run => GatesReport.Of(new Niu2024Gates(run.Film).Run(run.Store, run.Progress, run.Cancellation)))
        {
            Cost = 60,
        },
        new("repeatability", "The seven patterns again and again in random order, cold and at 300 K.",
            run => Niu2024Repeatability.Report(new Niu2024Repeatability(run.Film).Run(run.Progress, run.Cancellation)))
        {
            Cost = 39,
        },
        new("spread", "Random devices at 300 K: grains, edges, electrodes, AMR ratio; goes on after an interruption.",
            run => SpreadReport.Of(new Niu2024Spread(run.Film, new SpreadParameters()).Run(
                run.Devices, run.Threads, run.Store, run.Progress, run.Cancellation)))
        {
            Cost = 66,
            HasDevices = true,
        },
        new("surrogate", "Eq. 2 fitted to the simulated film, with its error, as a file.",
            run => SurrogateReport.Of(new Niu2024Surrogate(run.Film).Run(run.Progress, run.Cancellation)))
        {
            Cost = 14,
        },
        new("convergence", "The numbers of Figs. 3 and 4 and of the gates with finer cells, smaller steps and tighter solvers; goes on after an interruption.",
            run => ConvergenceReport.Of(new Niu2024Convergence(run.Film).Run(run.Store, run.Progress, run.Cancellation)))
        {
            Cost = 285,
            ChecksOwnNumbers = true,
        },
    ];

    // The paper's film is shown beside one with the full demagnetising field.
    private static FilmParameters[] FullField(FilmParameters film) =>
        film.Magnetism.Demagnetisation ? [] : [FilmParameters.Preset("permalloy-5um")];

    /// <summary>Everything in one report, with a table on top that tells what is reproduced and what is not.</summary>
    public static PaperExperiment Whole { get; } = new(
        "all", "Niu et al., PNAS 2024, with four nodes: every figure in one report; the commands below run one each.", run => Niu2024Summary.Of(Niu2024Summary.Run(run)))
    {
        HasDevices = true,
    };
}
