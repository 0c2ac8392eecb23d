using MagHopfield.Shared;
using ScottPlot;

namespace MagHopfield.FilmStudies.Pictures;

/// <summary>The energy of every state of a network as bars, the trained pattern and its negative in red (Niu 2024, Fig. 4).</summary>
public static class EnergyDiagram
{
    private const int Frame = 100, Body = 340, Slot = 27, SignHeight = 18, Label = 24, Widest = 1000;
    private const int MostNamed = 32, MostBars = 256;
    private const float SignSize = 15;

    /// <summary>Draws the diagram.</summary>
    /// <param name="energies">Energy of state 0, 1, … in watts at V = ±1 V (Niu 2024, eq. 4).</param>
    /// <param name="trained">Trained pattern.</param>
    public static Figure Draw(IReadOnlyList<double> energies, Pattern trained)
    {
        Plot plot = ReportFont.NewPlot();
        int count = energies.Count;
        int width = Math.Clamp(Frame + (Slot * count), 420, Widest);
        double[] milli = [.. energies.Select(e => 1e3 * e)];
        int[] red = [.. Enumerable.Range(0, count).Where(s => Pattern.FromState(s, trained.Length).SameUpToSign(trained))];
        if (count > MostBars)
        {
            // So many bars would be thinner than a pixel.
            plot.Add.Signal(milli, color: Colors.SteelBlue);
        }

        plot.Add.Bars((Bar[])[.. (count > MostBars ? red : Enumerable.Range(0, count)).Select(s => new Bar
        {
            Position = s,
            Value = milli[s],
            Size = count > MostBars ? count / 300.0 : 0.8,
            FillColor = red.Contains(s) ? Colors.FireBrick : Colors.SteelBlue,
            LineWidth = 0,
        })]);
        plot.Add.HorizontalLine(0, 1, Colors.Black);
        int[] named = count <= MostNamed
            ? [.. Enumerable.Range(0, count)]
            : Apart([.. red, .. Enumerable.Range(0, count).OrderBy(s => energies[s])], count, width);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. named.Select(s => new Tick(s, Pattern.FromState(s, trained.Length).ToString().Replace(' ', '\n').Replace('-', '−')))]);
        plot.Axes.Bottom.TickLabelStyle.FontSize = SignSize;
        plot.Axes.Bottom.MinimumSize = 20 + Label + (SignHeight * trained.Length);
        plot.XLabel(trained.Length > 1 ? $"state: signs of nodes 1 to {trained.Length}, downwards" : "state");
        double low = Math.Min(0, milli.Min()), high = Math.Max(0, milli.Max()), room = high > low ? 0.05 * (high - low) : 1;
        plot.Axes.SetLimits(-0.8, count - 0.2, low - room, high + room);
        plot.YLabel("E (mS · V²)");
        plot.HideGrid();
        return Figure.Of(plot, width, Body + Label + (SignHeight * trained.Length));
    }

    // The trained pattern and its negative first, then states from the lowest up, as far as their names stand apart.
    private static int[] Apart(int[] wanted, int count, int width)
    {
        double apart = Slot * count / (double)(width - Frame);
        List<int> named = [];
        foreach (int state in wanted)
        {
            if (named.TrueForAll(other => Math.Abs(other - state) >= apart))
                named.Add(state);
        }

        return [.. named];
    }
}
