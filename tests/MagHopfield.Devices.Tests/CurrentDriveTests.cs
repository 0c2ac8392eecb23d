using CsCheck;
using MagHopfield.Shared;

namespace MagHopfield.Devices.Tests;

public class CurrentDriveTests
{
    [Fact]
    public void The_voltages_that_it_finds_drive_its_currents_through_any_load() =>
        Gen.Select(Gen.Int[2, 12], Gen.Int[0, 100000]).Sample((nodes, seed) =>
        {
            Random random = new(seed);
            ConductanceMatrix load = ConductanceMatrix.FromPairs(
                nodes, [.. Enumerable.Range(0, nodes * (nodes - 1) / 2).Select(_ => -Math.Pow(10, -6 * random.NextDouble()))]);
            double[] currents = [.. Enumerable.Range(0, nodes).Select(_ => random.NextDouble() - 0.5)];
            currents[^1] -= currents.Sum();
            double[] voltages = new double[nodes];
            new CurrentDrive(Waveform.Pulse(currents, 1e-6)).Voltages(0, 0, load, voltages);
            double[] through = load.Currents(voltages);
            for (int k = 0; k < nodes; k++)
                Assert.Equal(currents[k], through[k], 1e-8);

            Assert.Equal(0, voltages.Sum(), 1e-6);
        });

    [Fact]
    public void Half_the_resistance_takes_half_the_voltage()
    {
        CurrentDrive drive = new(Waveform.Pulse([1e-3, -1e-3], 1e-6));
        double[] high = new double[2], low = new double[2];
        drive.Voltages(0, 0, ConductanceMatrix.FromPairs(2, [-1e-3]), high);
        drive.Voltages(0, 0, ConductanceMatrix.FromPairs(2, [-2e-3]), low);
        Assert.Equal([0.5, -0.5], high);
        Assert.Equal([0.25, -0.25], low);
    }

    [Fact]
    public void What_enters_must_leave() =>
        Assert.Contains("sum to", Assert.Throws<ArgumentException>(() => new CurrentDrive(Waveform.Pulse([1e-3, 0], 1e-6))).Message);

    [Fact]
    public void A_terminal_that_conducts_to_no_other_takes_no_current()
    {
        CurrentDrive drive = new(Waveform.Pulse([1e-3, -1e-3, 0], 1e-6));
        ConductanceMatrix load = ConductanceMatrix.FromPairs(3, [0, 0, -1]);
        Assert.Contains("Terminal 1", Assert.Throws<InvalidOperationException>(() => drive.Voltages(0, 0, load, new double[3])).Message);
    }
}
