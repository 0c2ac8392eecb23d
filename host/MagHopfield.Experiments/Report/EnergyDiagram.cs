using MagHopfield.Shared;
using ScottPlot;

namespace MagHopfield.Experiments.Report;

/// <summary>The energy of every state of a network as bars, the trained pattern and its negative in red (Niu 2024, Fig. 4).</summary>
internal static class EnergyDiagram
{
    /// <summary>Draws the diagram.</summary>
    /// <param name="energies">Energy of state 0, 1, … in watts at V = ±1 V (Niu 2024, eq. 4).</param>
    /// <param name="trained">Trained pattern.</param>
    /// <returns>A PNG file.</returns>
    public static byte[] Draw(IReadOnlyList<double> energies, Pattern trained)
    {
        Plot plot = ReportFont.NewPlot();
        List<Bar> bars = [];
        List<Tick> ticks = [];
        for (int state = 0; state < energies.Count; state++)
        {
            Pattern pattern = Pattern.FromState(state, trained.Length);
            bars.Add(new Bar
            {
                Position = state,
                Value = 1e3 * energies[state],
                FillColor = pattern.SameUpToSign(trained) ? Colors.FireBrick : Colors.SteelBlue,
                LineWidth = 0,
            });
            ticks.Add(new Tick(state, pattern.ToString().Replace(' ', '\n').Replace('-', '−')));
        }

        plot.Add.Bars(bars);
        plot.Add.HorizontalLine(0, 1, Colors.Black);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. ticks]);
        plot.Axes.Bottom.TickLabelStyle.FontSize = 15;
        plot.Axes.Bottom.MinimumSize = 20 + (20 * trained.Length);
        plot.Axes.Left.TickLabelStyle.FontSize = 14;
        plot.YLabel("E (mS · V²)", 16);
        plot.HideGrid();
        return plot.GetImageBytes(560, 512, ImageFormat.Png);
    }
}
