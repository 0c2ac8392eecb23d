using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.VirtualBoard.Tests.EndToEnd;

/// <summary>Ranges, calibration and stated uncertainties on the chip models and the circuit.</summary>
public class AccuracyTests
{
    [Theory]
    [InlineData(0.1, 100)]
    [InlineData(1, 10)]
    [InlineData(6, 1)]
    [InlineData(30, 1)]
    [InlineData(100, 1)]
    [InlineData(300, 1)]
    [InlineData(1000, 1)]
    public void Films_of_a_tenth_of_an_ohm_to_a_kilohm_are_measured_to_half_a_per_mille(double ohms, int averages)
    {
        foreach (MeasurementScheme scheme in Enum.GetValues<MeasurementScheme>())
        {
            StubFilm film = OfOhms(ohms);
            using BoardModel board = new(film, new BoardParameters { Analog = new() { ThermalEmf = 2e-6 } });
            using HopfieldInstrument instrument = Start(board);
            instrument.CalibrateShunts(16, "today");

            // Kelvin reads a third as much in a round; weak elements come from differences of large ones.
            int rounds = scheme == MeasurementScheme.Kelvin ? Math.Min(1000, 4 * averages) : averages;
            ConductanceMeasurement measured = instrument.MeasureConductance(rounds, scheme);
            double[] pairs = measured.Conductance.ToPairs();
            double[] truth = film.Conductance.ToPairs();
            for (int p = 0; p < pairs.Length; p++)
            {
                Assert.InRange(Math.Abs(pairs[p] - truth[p]) / measured.Uncertainties[p], 0, 4);
                Assert.InRange(measured.Uncertainties[p] / -truth[p], 0, 0.0005);
            }

            Assert.Empty(board.Hazards);
        }
    }

    [Fact]
    public void Calibrated_shunts_leave_only_noise_between_the_geometries()
    {
        double before = 0;
        double after = 0;
        const int boards = 12;
        for (int seed = 1; seed <= boards; seed++)
        {
            using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters { Seed = seed });
            using HopfieldInstrument instrument = Start(board);
            before += instrument.MeasureConductance(1).ReducedChiSquare / boards;
            ShuntCalibration calibration = instrument.CalibrateShunts(16, "2026-11-24");
            Assert.Equal("2026-11-24", calibration.Date);
            Assert.Same(calibration, instrument.ShuntCalibration);
            after += instrument.MeasureConductance(1).ReducedChiSquare / boards;
            for (int k = 0; k < 4; k++)
            {
                double truth = board.Analog.Parts(k).Shunt / board.Analog.ReferenceResistance;
                Assert.InRange(Math.Abs((calibration.Ratios[k] / truth) - 1), 0, 5 * calibration.RelativeError);
                Assert.InRange(calibration.RelativeError, 0, 4e-6);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"chi square {before} before, {after} after");
        Assert.InRange(before, 3, 100);
        Assert.InRange(after, 0.8, 1.2);
    }

    [Theory]
    [InlineData(MeasurementScheme.Seven, false)]
    [InlineData(MeasurementScheme.Seven, true)]
    [InlineData(MeasurementScheme.Kelvin, false)]
    public void Stated_uncertainties_agree_with_what_200_boards_differ_by_within_20_percent(MeasurementScheme scheme, bool calibrated)
    {
        StubFilm film = StubFilm.Niu2024();
        double[] truth = film.Conductance.ToPairs();
        double[] squares = new double[6];
        double[] stated = new double[6];
        const int boards = 200;
        for (int seed = 1; seed <= boards; seed++)
        {
            using BoardModel board = new(film, new BoardParameters { Seed = seed });
            using HopfieldInstrument instrument = Start(board);
            if (calibrated)
                instrument.CalibrateShunts(16, "today");

            ConductanceMeasurement measured = instrument.MeasureConductance(1, scheme);
            double[] pairs = measured.Conductance.ToPairs();
            for (int p = 0; p < 6; p++)
            {
                squares[p] += Math.Pow((pairs[p] / truth[p]) - 1, 2) / boards;
                stated[p] += Math.Pow(measured.Uncertainties[p] / truth[p], 2) / boards;
            }
        }

        // 200 boards know a standard deviation to 5 %.
        for (int p = 0; p < 6; p++)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"pair {p}: boards differ by {1e6 * Math.Sqrt(squares[p]):F1} ppm, stated {1e6 * Math.Sqrt(stated[p]):F1} ppm");
        }

        Assert.All(Enumerable.Range(0, 6), p => Assert.InRange(Math.Sqrt(squares[p] / stated[p]), 0.8, 1.2));
    }

    [Fact]
    public void A_calibration_kept_by_the_caller_serves_after_a_restart()
    {
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters());
        ShuntCalibration kept;
        using (HopfieldInstrument first = Start(board))
        {
            kept = first.CalibrateShunts(16, "today");
        }

        using BoardModel again = new(StubFilm.Niu2024(), new BoardParameters());
        using HopfieldInstrument second = Start(again);
        second.ShuntCalibration = new ShuntCalibration([.. kept.Ratios], kept.RelativeError, kept.Date);
        Assert.InRange(second.MeasureConductance(4).ReducedChiSquare, 0.2, 3);
        Assert.Throws<ArgumentException>(() => second.ShuntCalibration = new ShuntCalibration([1, 1, 1], 0, ""));
    }

    private static StubFilm OfOhms(double ohms)
    {
        // Between nodes 1, 2 and nodes 3, 4.
        StubFilm niu = StubFilm.Niu2024();
        double[] pairs = niu.Conductance.ToPairs();
        double siemens = -(pairs[1] + pairs[2] + pairs[3] + pairs[4]);
        return new StubFilm(ConductanceMatrix.FromPairs(4, [.. pairs.Select(g => g / (ohms * siemens))]), niu.GoldConductance);
    }

    private static HopfieldInstrument Start(BoardModel board)
    {
        HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        return instrument;
    }
}
