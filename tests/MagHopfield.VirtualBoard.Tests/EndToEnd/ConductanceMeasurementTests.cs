using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.VirtualBoard.Chips;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.VirtualBoard.Tests.EndToEnd;

/// <summary>The instrument's own code on the chip models and the circuit.</summary>
public class ConductanceMeasurementTests
{
    [Theory]
    [InlineData(MeasurementScheme.Seven)]
    [InlineData(MeasurementScheme.Kelvin)]
    public void Stated_errors_agree_with_the_scatter_of_200_repeats_within_20_percent(MeasurementScheme scheme)
    {
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters());
        using HopfieldInstrument instrument = Start(board);
        const int repeats = 200;
        double[][] pairs = new double[repeats][];
        double[] stated = new double[6];
        double chiSquare = 0;
        for (int r = 0; r < repeats; r++)
        {
            ConductanceMeasurement measured = instrument.MeasureConductance(1, scheme);
            pairs[r] = measured.Conductance.ToPairs();
            chiSquare += measured.ReducedChiSquare / repeats;
            for (int p = 0; p < 6; p++)
                stated[p] += measured.StandardErrors[p] / repeats;
        }

        for (int p = 0; p < 6; p++)
        {
            double mean = pairs.Average(x => x[p]);
            double scatter = Math.Sqrt(pairs.Sum(x => Math.Pow(x[p] - mean, 2)) / (repeats - 1));
            TestContext.Current.TestOutputHelper?.WriteLine($"pair {p}: scatter {scatter / -mean:P4}, stated {stated[p] / -mean:P4}");
            Assert.InRange(scatter / stated[p], 0.8, 1.2);
            Assert.InRange(scatter / -mean, 0, 0.0005);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"chi square {chiSquare}");
    }

    [Fact]
    public void Both_schemes_give_the_same_film()
    {
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters());
        using HopfieldInstrument instrument = Start(board);
        ConductanceMeasurement seven = instrument.MeasureConductance(10, MeasurementScheme.Seven);
        ConductanceMeasurement kelvin = instrument.MeasureConductance(10, MeasurementScheme.Kelvin);

        // Shunts and R_REF are apart by their tolerance of 1e-4.
        Assert.All(
            seven.Conductance.ToPairs().Zip(kelvin.Conductance.ToPairs(), (a, b) => a / b),
            ratio => Assert.InRange(ratio, 1 - 5e-4, 1 + 5e-4));
    }

    [Fact]
    public void Kelvin_measures_16_nodes()
    {
        StubFilm film = StubFilm.Uniform(16);
        using BoardModel board = new(film, new BoardParameters());
        using HopfieldInstrument instrument = Start(board);
        ConductanceMeasurement measured = instrument.MeasureConductance(1, MeasurementScheme.Kelvin);
        double[] pairs = measured.Conductance.ToPairs();
        double[] truth = film.Conductance.ToPairs();

        // The largest of 120 errors, with 1e-4 of R_REF beside the noise.
        Assert.All(
            Enumerable.Range(0, pairs.Length),
            p => Assert.InRange(Math.Abs(pairs[p] - truth[p]), 0, (4.5 * measured.StandardErrors[p]) - (2e-4 * truth[p])));
        Assert.All(Enumerable.Range(0, pairs.Length), p => Assert.InRange(measured.StandardErrors[p] / -truth[p], 0, 0.001));
        Assert.InRange(measured.ReducedChiSquare, 0.5, 1.7);
        Assert.Empty(board.Hazards);
    }

    [Fact]
    public void Kelvin_measures_64_nodes_of_an_array_with_far_pairs_as_exactly_as_near_ones()
    {
        StubFilm film = StubFilm.Array(8);
        using BoardModel board = new(film, new BoardParameters());
        using HopfieldInstrument instrument = Start(board);
        ConductanceMeasurement measured = instrument.MeasureConductance(1, MeasurementScheme.Kelvin);
        double[] pairs = measured.Conductance.ToPairs();
        double[] truth = film.Conductance.ToPairs();
        double[] scaled = [.. pairs.Zip(truth, (m, t) => m - t).Zip(measured.Uncertainties, (e, u) => e / u)];
        double[] relative = [.. pairs.Select((m, p) => Math.Abs(m - truth[p]) / film.LargestOfRows(p))];
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{measured.ReadingCount} readings, {measured.DurationMicroseconds * 1e-6:F1} s; error/uncertainty rms "
            + $"{Math.Sqrt(scaled.Average(x => x * x)):F3}; largest error {relative.Max():P4}, "
            + $"rms {Math.Sqrt(relative.Average(x => x * x)):P4} of the largest element of its rows; chi2 {measured.ReducedChiSquare:F3}");

        // The largest of 2016 errors; the errors of a row share that of its current. The noise itself is known to 6 %.
        Assert.InRange(scaled.Max(Math.Abs), 0, 5.5);
        Assert.InRange(Math.Sqrt(scaled.Average(x => x * x)), 0.6, 1.4);
        Assert.InRange(Math.Sqrt(relative.Average(x => x * x)), 0, 0.0005);
        Assert.InRange(measured.ReducedChiSquare, 0.75, 1.25);
        Assert.Empty(board.Hazards);
    }

    [Theory]
    [InlineData(0, "R_REF")]
    [InlineData(1, "shunts")]
    [InlineData(2, "film")]
    public void A_wrong_gain_of_any_setup_of_the_adc_is_refused_by_name(int setup, string what)
    {
        foreach (int steps in new[] { -1, 1 })
        {
            ChipDefects defects = new() { WrongGainCodes = [new(setup, steps)] };
            using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters { Defects = defects });
            using HopfieldInstrument instrument = Start(board);
            MeasurementException error = Assert.Throws<MeasurementException>(() => instrument.MeasureConductance(1));
            Assert.StartsWith($"Setup {setup} of the ADC", error.Message, StringComparison.Ordinal);
            Assert.Contains(what, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_element_is_right_to_half_a_per_mille_within_one_second_of_board_time()
    {
        StubFilm film = StubFilm.Niu2024();
        double[] truth = film.Conductance.ToPairs();
        double[] squares = new double[6];
        const int boards = 20;
        for (int seed = 1; seed <= boards; seed++)
        {
            using BoardModel board = new(film, new BoardParameters { Seed = seed });
            using HopfieldInstrument instrument = Start(board);
            ConductanceMeasurement measured = instrument.MeasureConductance(1);
            double[] pairs = measured.Conductance.ToPairs();
            for (int p = 0; p < 6; p++)
                squares[p] += Math.Pow((pairs[p] / truth[p]) - 1, 2) / boards;

            Assert.InRange(measured.DurationMicroseconds, 500_000, 1_000_000);
            Assert.Empty(board.Hazards);
        }

        Assert.All(squares, s => Assert.InRange(Math.Sqrt(s), 0, 0.0005));
    }

    [Fact]
    public void Ten_microvolt_of_thermal_emf_and_switches_20_percent_apart_change_nothing_beyond_the_stated_error()
    {
        for (int seed = 1; seed <= 10; seed++)
        {
            ConductanceMeasurement plain = Measure(0, 0, seed);
            ConductanceMeasurement disturbed = Measure(10e-6, 0.2, seed);
            double[] difference = [.. plain.Conductance.ToPairs().Zip(disturbed.Conductance.ToPairs(), (a, b) => a - b)];

            // Two measurements with noise of their own; four of their common standard deviation.
            Assert.All(Enumerable.Range(0, 6), p => Assert.InRange(Math.Abs(difference[p]), 0, 4 * Math.Sqrt(2) * plain.StandardErrors[p]));
        }

        static ConductanceMeasurement Measure(double emf, double spread, int seed)
        {
            BoardParameters parameters = new()
            {
                Seed = seed,
                Analog = new() { ThermalEmf = emf },
                NodeSwitch = new() { OnResistanceSpread = spread },
            };
            using BoardModel board = new(StubFilm.Niu2024(), parameters);
            using HopfieldInstrument instrument = Start(board);
            return instrument.MeasureConductance(1);
        }
    }

    private static HopfieldInstrument Start(BoardModel board)
    {
        HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        return instrument;
    }
}
