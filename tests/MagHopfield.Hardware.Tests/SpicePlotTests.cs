using MagHopfield.Hardware.Spice;
using MagHopfield.Reports;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Hardware.Tests;

public class SpicePlotTests
{
    [Fact]
    public void Every_figure_of_a_circuit_simulation_can_be_read()
    {
        Dictionary<string, IReadOnlyList<double[]>> traces = new()
        {
            ["measuring-chain"] = Steps(3, 11e-3, 6e-3, 2.8e-3),
            ["pulse-stage"] = Steps(6, 240e-6, 10e-6, 5),
        };
        foreach (string fault in (string[])["reset", "down", "up", "negative", "brown"])
            traces["fault-" + fault] = Steps(3, fault == "reset" ? 240e-6 : 8e-3, 1e-4, 5);
        foreach (string deck in SpiceDeck.All)
        {
            foreach (Figure figure in SpicePlots.Draw(new SpiceDeck(deck, new Dictionary<string, double>(), traces)).Values)
                FigureTexts.AssertReadable(figure);
        }
    }

    // A time and voltages that each rise at once and settle.
    private static double[][] Steps(int columns, double end, double at, double size)
    {
        double[] time = [.. Enumerable.Range(0, 500).Select(k => end * k / 499)];
        return
        [
            time,
            .. Enumerable.Range(1, columns - 1).Select(
                c => time.Select(t => t < at ? 0 : size * (1 - Math.Exp((at - t) * 30 / end))).ToArray()),
        ];
    }
}
