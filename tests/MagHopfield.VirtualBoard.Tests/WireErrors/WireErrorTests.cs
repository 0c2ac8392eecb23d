using MagHopfield.Film.Learning;
using MagHopfield.Instrument.Measure;
using MagHopfield.VirtualBoard.WireErrors;

namespace MagHopfield.VirtualBoard.Tests.WireErrors;

/// <summary>
/// Every single wrong bit on the SPI wire, out or in, is noticed or does no harm. The suite turns every bit of the first and the last
/// frame of each kind (of the start, which has many kinds, every fifth); `maghopfield bench wire` turns every bit of every frame and prints
/// the table of the instrument's README.
/// </summary>
public class WireErrorTests
{
    [Fact]
    public void Every_wrong_bit_of_each_kind_of_frame_of_a_measurement_by_geometries_is_noticed_or_does_no_harm() =>
        Check(WireOperation.Measurement(MeasurementScheme.Seven));

    [Fact]
    public void Every_wrong_bit_of_each_kind_of_frame_of_a_measurement_by_Kelvin_injections_is_noticed_or_does_no_harm() =>
        Check(WireOperation.Measurement(MeasurementScheme.Kelvin));

    [Fact]
    public void Every_wrong_bit_of_each_kind_of_frame_of_a_training_is_noticed_or_does_no_harm() => Check(WireOperation.Training);

    [Fact]
    public void Every_fifth_wrong_bit_of_each_kind_of_frame_of_the_start_is_noticed_or_does_no_harm() =>
        Check(WireOperation.Initialise, 5);

    private static void Check(WireOperation operation, int stride = 1)
    {
        using WireStudy study = new(OjaFilm.Niu2024(), operation);
        Dictionary<WireOutcome, int> counts = [];
        List<WireBit> unnoticed = [];
        foreach (WireBit bit in study.BitsOfEachKind.Where((_, i) => i % stride == 0))
        {
            WireOutcome outcome = study.Try(bit);
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            if (outcome == WireOutcome.Unnoticed)
                unnoticed.Add(bit);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{counts.Values.Sum()} bits of {study.FrameCount} frames: "
            + $"{string.Join(", ", counts.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}"))}");
        Assert.True(unnoticed.Count == 0, string.Join("\n", unnoticed.Take(20)));
        Assert.InRange(counts.Values.Sum(), 100, int.MaxValue);
        Assert.True(counts.Count > 2, "a study that detects nothing proves nothing");
    }
}
