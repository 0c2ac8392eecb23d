using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;

namespace MagHopfield.VirtualBoard.Tests.WireErrors;

/// <summary>
/// Every single wrong bit on the SPI wire, out or in, is noticed or does no harm. The suite turns every bit of the first and the last
/// frame of each kind; the explicit tests turn every bit of every frame and print the table of the README.
/// </summary>
public class WireErrorTests
{
    private const double MeasurementBudget = 0.0005;

    // Of the voltage at the terminals.
    private const double PulseBudget = 0.001;

    [Theory]
    [InlineData(MeasurementScheme.Seven)]
    [InlineData(MeasurementScheme.Kelvin)]
    public void Every_wrong_bit_of_each_kind_of_frame_of_a_measurement_is_noticed_or_does_no_harm(MeasurementScheme scheme)
    {
        using WireStudy study = Measurement(scheme);
        Report(study, study.BitsOfEachKind);
    }

    [Fact]
    public void Every_wrong_bit_of_each_kind_of_frame_of_a_training_is_noticed_or_does_no_harm()
    {
        StubFilm film = StubFilm.Niu2024();
        using WireStudy study = Training(film);
        Report(study, study.BitsOfEachKind);
    }

    [Fact(Explicit = true)]
    public void Every_wrong_bit_of_every_frame_of_a_measurement_is_noticed_or_does_no_harm()
    {
        using WireStudy study = Measurement(MeasurementScheme.Seven);
        Report(study, study.Bits);
    }

    [Fact(Explicit = true)]
    public void Every_wrong_bit_of_every_frame_of_a_training_is_noticed_or_does_no_harm()
    {
        StubFilm film = StubFilm.Niu2024();
        using WireStudy study = Training(film);
        Report(study, study.Bits);
    }

    private static WireStudy Measurement(MeasurementScheme scheme) =>
        new(StubFilm.Niu2024(), instrument => instrument.MeasureConductance(1, scheme).Conductance.ToPairs(), MeasurementBudget);

    private static WireStudy Training(StubFilm film) => new(film, instrument => Train(instrument, film), PulseBudget);

    // Two pulses; the result is what the gold layer saw. A pulse that was wrong counts as unnoticed whatever is noticed later.
    private static double[] Train(HopfieldInstrument instrument, StubFilm film)
    {
        film.Pulses.Clear();
        Exception? error = Record.Exception(() => instrument.Train(Pattern.FromState(5, 4), 3, 50, 2));
        double[] seen = [.. film.Pulses.SelectMany(p => p.Voltages.Append(p.Width))];
        if (error != null && Right(seen))
        {
            throw error;
        }

        return seen.Length == 10 ? seen : [.. Enumerable.Repeat(double.MaxValue, 10)];

        bool Right(double[] pulses) => pulses.Where((v, i) => i % 5 < 4).All(v => Math.Abs(Math.Abs(v) - 3) < 0.2)
            && film.Pulses.All(p => p.Voltages[0] > 0 && p.Voltages[1] < 0 && p.Voltages[2] > 0 && p.Voltages[3] < 0);
    }

    private static void Report(WireStudy study, IEnumerable<WireBit> bits)
    {
        SortedDictionary<string, int> table = [];
        List<WireBit> unnoticed = [];
        int count = 0;
        foreach (WireBit bit in bits)
        {
            Outcome outcome = study.Try(bit);
            string chip = bit.Chip.StartsWith("ADC", StringComparison.Ordinal) ? "ADC"
                : bit.Chip.StartsWith("DAC", StringComparison.Ordinal) ? "DAC" : "switches";
            string row = $"{chip} {(bit.FromMaster ? "out" : "in")} {outcome}";
            table[row] = table.GetValueOrDefault(row) + 1;
            count++;
            if (outcome == Outcome.Unnoticed)
            {
                unnoticed.Add(bit);
            }
        }

        ITestOutputHelper? output = TestContext.Current.TestOutputHelper;
        output?.WriteLine($"{count} bits of {study.Frames.Count} frames; largest difference in budget {study.LargestDifference:E1}");
        foreach ((string row, int n) in table)
        {
            output?.WriteLine($"{row}\t{n}");
        }

        Assert.True(unnoticed.Count == 0, string.Join("\n", unnoticed.Take(20)));
        Assert.InRange(count, 100, int.MaxValue);
    }
}
