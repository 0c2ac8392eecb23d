using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Tests.Fakes;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Tests;

public class ConductanceMeterTests
{
    private const double ReadingNoise = 184e-9;

    [Fact]
    public void A_quiet_board_gives_the_film_to_a_few_codes_of_the_ADC()
    {
        FakeBoard board = new();
        ConductanceMeasurement measured = Instrument(board).MeasureConductance(1);
        AssertClose(board.Circuit.Film, measured.Conductance, 1e-5);
        Assert.Equal(112 + 3, measured.ReadingCount);
        Assert.InRange(measured.DurationMicroseconds, 560_000, 700_000);
        Assert.InRange(measured.ExcitationAmperes, 499.99e-6, 500.01e-6);
    }

    [Fact]
    public void Thermal_EMF_switch_mismatch_and_gain_error_change_nothing()
    {
        FakeBoard board = new();
        Random random = new(5);
        for (int i = 0; i < 8; i++)
        {
            board.Circuit.SwitchOhms[i] = 3.3 * (0.8 + 0.4 * random.NextDouble());
            board.Circuit.SenseEmf[i % 4] = 20e-6 * (random.NextDouble() - 0.5);
            board.Circuit.ShuntEmf[i % 4] = 20e-6 * (random.NextDouble() - 0.5);
        }

        board.Adc.GainError = 0.003;
        AssertClose(board.Circuit.Film, Instrument(board).MeasureConductance(1).Conductance, 1e-5);
    }

    [Fact]
    public void Noise_of_the_data_sheet_stays_below_half_a_per_mille_of_each_element()
    {
        FakeBoard board = new();
        board.Circuit.Noise = ReadingNoise;
        HopfieldInstrument instrument = Instrument(board);
        double[] truth = board.Circuit.Film.ToPairs();
        double[] squares = new double[6];
        double[] stated = new double[6];
        double chiSquare = 0;
        const int repeats = 100;
        for (int r = 0; r < repeats; r++)
        {
            ConductanceMeasurement measured = instrument.MeasureConductance(1);
            double[] pairs = measured.Conductance.ToPairs();
            chiSquare += measured.ReducedChiSquare / repeats;
            for (int p = 0; p < 6; p++)
            {
                squares[p] += Math.Pow(pairs[p] - truth[p], 2) / repeats;
                stated[p] += measured.StandardErrors[p] / repeats;
            }
        }

        for (int p = 0; p < 6; p++)
        {
            double scatter = Math.Sqrt(squares[p]);
            Assert.InRange(scatter / -truth[p], 0, 0.0005);
            Assert.InRange(scatter / stated[p], 0.75, 1.25);
        }

        Assert.InRange(chiSquare, 0.8, 1.2);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(64)]
    public void Kelvin_injections_give_a_film_of_any_number_of_nodes_to_a_few_codes_of_the_ADC(int nodes)
    {
        FakeBoard board = new(nodes);
        Random random = new(7);
        double[] pairs = [.. Enumerable.Range(0, nodes * (nodes - 1) / 2).Select(_ => -(0.15 + (0.1 * random.NextDouble())) / nodes)];
        board.Circuit.Film = ConductanceMatrix.FromPairs(nodes, pairs);
        ConductanceMeasurement measured = Instrument(board).MeasureConductance(1, MeasurementScheme.Kelvin);

        // 5 nV a code on 2 mV of R, and an edge of 64 nodes is 1/32 of the smallest eigenvalue of G.
        double[] actual = measured.Conductance.ToPairs();
        Assert.All(Enumerable.Range(0, pairs.Length), p => Assert.InRange(actual[p] / pairs[p], 1 - 3e-4, 1 + 3e-4));
        Assert.InRange(measured.ReciprocityDeviation, 0, 1e-5);
        Assert.Equal(2 * (nodes - 1) * (nodes + 2) + 3, measured.ReadingCount);
        Assert.Equal(MeasurementScheme.Kelvin, measured.Scheme);
        Assert.True(board.EverythingOpen);
    }

    [Fact]
    public void Seven_refuses_more_than_16_nodes_and_says_what_to_use()
    {
        FakeBoard board = new(17);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Instrument(board).MeasureConductance(1, MeasurementScheme.Seven));
        Assert.Contains("use KELVin", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_open_force_lead_is_named(int node)
    {
        FakeBoard board = new();
        HopfieldInstrument instrument = Instrument(board);
        board.Circuit.OpenForce = node;
        MeasurementException error = Assert.Throws<MeasurementException>(() => instrument.MeasureConductance(1));
        Assert.Contains(node == 3 ? "node 4" : $"Electrode {node + 1} ", error.Message, StringComparison.Ordinal);
        Assert.True(board.EverythingOpen);
    }

    [Fact]
    public void An_open_sense_lead_is_found()
    {
        FakeBoard board = new();
        HopfieldInstrument instrument = Instrument(board);
        board.Circuit.OpenSense = 2;
        MeasurementException error = Assert.Throws<MeasurementException>(() => instrument.MeasureConductance(1));
        Assert.Contains("Electrode 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_probe_current_six_percent_low_is_refused()
    {
        FakeBoard board = new();
        board.Circuit.Excitation = 470e-6;
        MeasurementException error = Assert.Throws<MeasurementException>(() => Instrument(board).MeasureConductance(1));
        Assert.Contains("470 uA", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shunt_five_percent_off_is_refused()
    {
        FakeBoard board = new();
        board.Circuit.ShuntOhms[1] = 52.5;
        MeasurementException error = Assert.Throws<MeasurementException>(() => Instrument(board).MeasureConductance(1));
        Assert.Contains("shunt", error.Message, StringComparison.Ordinal);
    }

    internal static HopfieldInstrument Instrument(FakeBoard board)
    {
        HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        return instrument;
    }

    private static void AssertClose(ConductanceMatrix expected, ConductanceMatrix actual, double relative)
    {
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
                Assert.InRange(actual[i, j] / expected[i, j], 1 - relative, 1 + relative);
        }
    }
}
