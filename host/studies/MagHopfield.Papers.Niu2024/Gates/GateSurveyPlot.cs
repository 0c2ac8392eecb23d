using ScottPlot;

namespace MagHopfield.Papers.Niu2024.Gates;

/// <summary>Margins of the four gates, protocol by protocol; a gate that is missed stands below zero.</summary>
internal static class GateSurveyPlot
{
    private const int Width = 1000, Frame = 120, Row = 30;
    private static readonly Color[] Palette = [Colors.FireBrick, Colors.DarkOrange, Colors.SteelBlue, Colors.SeaGreen];
    private static readonly MarkerShape[] Shapes =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleUp,
    ];

    /// <summary>A row for each protocol, a point for each gate.</summary>
    /// <param name="protocols">The protocols.</param>
    public static Figure Draw(IReadOnlyList<GateProtocol> protocols)
    {
        ArgumentNullException.ThrowIfNull(protocols);
        Plot plot = ReportFont.NewPlot();
        plot.Add.VerticalLine(0, 1.5f, Colors.Black);
        for (int gate = 0; gate < GateTable.Published.Count; gate++)
        {
            // Equal margins of two gates stay two points.
            double offset = (gate - ((GateTable.Published.Count - 1) / 2.0)) * 0.14;
            string published = GateTable.Published[gate].Gate;
            var marks = plot.Add.ScatterPoints(
                protocols.Select(p => 1e6 * (p.Gates[gate].Name == published ? 1 : -1) * p.Gates[gate].Margin).ToArray(),
                protocols.Select((_, place) => place + offset).ToArray(), Palette[gate]);
            marks.MarkerShape = Shapes[gate];
            marks.MarkerSize = 9;
            marks.LegendText = published;
        }

        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. protocols.Select((p, place) => new Tick(place, p.Name))]);
        plot.Axes.AutoScaleX();
        plot.Axes.SetLimitsY(protocols.Count - 0.4, -0.6);
        plot.XLabel("smallest field of the table (µS), below zero where the gate is missed");
        plot.ShowLegend(Edge.Right);
        return Figure.Of(plot, Width, Math.Max(240, Frame + (Row * protocols.Count)));
    }
}
