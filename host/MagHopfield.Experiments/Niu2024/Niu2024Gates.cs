using MagHopfield.Film.Parameters;
using MagHopfield.Shared;
using static MagHopfield.Experiments.Niu2024.ReportText;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>
/// Boolean gates (Niu et al., PNAS 2024, "Boolean logics operation"): inputs at nodes 2 and 3, control at node 1, output at node 4 as
/// sgn(V2 w24 + V3 w34 + V1 w14). One sign of each trained pattern is lost in our copy of the text; "+ - - -" and "+ - - +" are read.
/// </summary>
/// <param name="film">The film.</param>
public sealed class Niu2024Gates(FilmParameters film)
{
    private static readonly (string Pattern, int Control, string Gate)[] Published =
        [("+ - - -", 1, "AND"), ("+ - - -", -1, "OR"), ("+ - - +", 1, "NOR"), ("+ - - +", -1, "NAND")];

    /// <summary>Trains and tries all gates.</summary>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early.</param>
    public PaperReport Run(IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        const double Volts = 5;
        SevenPatterns trained = SevenPatterns.Train(film, Volts, [], progress, cancellation);
        GateTable[] gates = [.. Published.Select(p => GateTable.Of(trained.Weights(PatternVoltages.Parse(p.Pattern)), p.Pattern, p.Control))];
        return new PaperReport(
            "Niu 2024: Boolean gates of one film",
            film,
            [.. gates.Select((g, k) => new PaperComparison(
                $"trained {g.Pattern}, control {(g.Control > 0 ? "+ (1)" : "− (0)")}", Published[k].Gate,
                $"{g.Name}, margin {Number(1e6 * g.Margin, "0.0")} µS, {Percent(g.Margin / Math.Abs(trained.Reference(0).Average()[0, 3]))} of G14", g.Name == Published[k].Gate))],
            page => page.Table(
                ["trained", "control", "0 0", "0 1", "1 0", "1 1", "gate"],
                gates.Select(g => (IReadOnlyList<string>)
                [
                    g.Pattern, g.Control > 0 ? "1" : "0", .. g.Fields.Select(f => $"{(f > 0 ? 1 : 0)} ({Number(1e6 * f, "0.0")} µS)"), g.Name,
                ])),
            gates);
    }
}
