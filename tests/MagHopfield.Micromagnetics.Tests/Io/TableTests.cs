using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Io;

public class TableTests
{
    [Fact]
    public void A_sampled_run_writes_even_times_with_names_units_and_values_between_the_steps()
    {
        Ferromagnet body = new(new Mesh(2, 2, 1, 5e-9, 5e-9, 5e-9), 8e5);
        LandauLifshitzGilbert<double> llg = new(body, 0.1, new Exchange<double>(body, 13e-12), new Zeeman<double>(body, (0, 0, 1e5)));
        Simulation<double> simulation = new(
            llg, UniformState.Create<double>(body.Geometry, (1, 0, 0)), EmbeddedRungeKutta<double>.DormandPrince54(1e-8));
        StringWriter text = new();
        Table<Sample<double>> table = new(text, Sample<double>.Columns(llg));
        table.WriteHeader();
        simulation.RunSampled(1e-10, 1e-12, (time, m) => table.Write(new(time, m)));
        string[] lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("# t (s)\tmx (1)\tmy (1)\tmz (1)\tE_exchange (J)\tE_zeeman (J)\tE_total (J)", lines[0]);
        Assert.Equal(102, lines.Length);
        Assert.True(simulation.Steps < 80, "the samples must not shorten the steps");
        double w = 2.21e5 * 1e5 / 1.01;
        for (int i = 0; i <= 100; i++)
        {
            double[] row = [.. lines[i + 1].Split('\t').Select(double.Parse)];
            Assert.Equal(i * 1e-12, row[0], 1e-22);
            Assert.Equal(Math.Tanh(0.1 * w * row[0]), row[3], 1e-6);
            Assert.Equal(Math.Cos(w * row[0]) / Math.Cosh(0.1 * w * row[0]), row[1], 1e-6);
        }
    }
}
