using static MagHopfield.Experiments.Report.ReportText;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>The report of the gates.</summary>
public static class GatesReport
{
    /// <summary>Makes the report.</summary>
    public static PaperReport Of(GatesResult r) => new(
        "Niu 2024: Boolean gates of one film",
        r.Film,
        [.. from protocol in r.Main from row in Rows(protocol, r.EdgeConductance) select row],
        page =>
        {
            page.Paragraph("Output of node 4: sgn(V<sub>2</sub> w<sub>24</sub> + V<sub>3</sub> w<sub>34</sub> + V<sub>1</sub> w<sub>14</sub>), node 1 the control, w = G − (G<sub>min</sub> + G<sub>max</sub>)/2 "
                + "over the seven patterns, all taken at the same time after their pulse. After “+ − − −” the gate is AND or OR if |w<sub>14</sub>| &lt; w<sub>24</sub> + w<sub>34</sub>.");
            foreach (GateProtocol protocol in r.Main)
            {
                page.Heading($"{r.Film.Name}: {protocol.Name}");
                page.Table(
                    ["trained", "control", "0 0", "0 1", "1 0", "1 1", "gate"],
                    protocol.Gates.Select(g => (IReadOnlyList<string>)
                    [
                        Signs(PatternVoltages.Parse(g.Pattern)), g.Control > 0 ? "1" : "0", .. g.Fields.Select(f => $"{(f > 0 ? 1 : 0)} ({Micro(f)})"), g.Name,
                    ]));
            }

            page.Heading("Where it holds");
            page.Paragraph($"On {r.Film.Geometry.CellsX / 2}×{r.Film.Geometry.CellsY / 2} cells, all else as the film. Margin: the smallest field of the four tables; a dash where a gate is missed. "
                + "With K as printed the moments around the centre stand out of the plane over √(A/K) = 0.8 µm and are lost to magnetoresistance: the edges' weights shrink, "
                + "and the diagonal's outweighs both together. With the hard axis of a thin film (K of 4 kA/m and more) they stay in the plane, and all four gates come out.");
            page.Table(
                ["film and protocol", .. GateTable.Published.Select(p => p.Gate), "right", "margin", "patterns learned"],
                r.Survey.Select(p => (IReadOnlyList<string>)
                [
                    p.Name,
                    .. p.Gates.Select((g, k) => Verdict(g.Name == GateTable.Published[k].Gate, g.Name, g.Name)),
                    NoBreak($"{p.Right} of 4"), p.Margin > 0 ? Micro(p.Margin) : "–", NoBreak($"{p.Learned} of 7"),
                ]));
        },
        r)
    {
        Values =
        [
            .. from protocol in r.Main
               from gate in GateTable.Published.Zip(protocol.Gates)
               select new ReportedValue($"gates, {protocol.Name}: margin of {gate.First.Gate}", (gate.First.Gate == gate.Second.Name ? 1e6 : -1e6) * gate.Second.Margin, "µS", 1e6 * r.EdgeConductance * r.Film.Transport.AmrRatio),
        ],
    };

    private static IEnumerable<PaperComparison> Rows(GateProtocol protocol, double scale) => protocol.Gates.Select((g, k) => new PaperComparison(
        $"AND, OR, NAND, NOR in one device ({protocol.Name})",
        $"trained {Signs(PatternVoltages.Parse(g.Pattern))}, control {(g.Control > 0 ? "1" : "0")}",
        GateTable.Published[k].Gate,
        $"{g.Name}, margin {Micro(g.Margin)}, {Percent(g.Margin / scale)} of G14",
        g.Name == GateTable.Published[k].Gate));
}
