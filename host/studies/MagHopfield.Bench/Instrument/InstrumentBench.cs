using System.Globalization;
using MagHopfield.Instrument.Measure;
using MagHopfield.Studies;
using MagHopfield.Studies.Numbers;
using MagHopfield.Studies.Records;
using static MagHopfield.Bench.BenchParameters;

namespace MagHopfield.Bench.Instrument;

/// <summary>One measurement of G broken down, and recalls with their operations, as a study.</summary>
public sealed class InstrumentBench : Study
{
    private const int TableWidth = 140;
    private static readonly StudyParameter<Quantity> EachSeconds = Seconds("piece of work");

    /// <inheritdoc/>
    public override string Name => "bench instrument";

    /// <inheritdoc/>
    public override string Summary => "Where the time of a measurement of G goes, and what a recall costs.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [EachSeconds];

    /// <inheritdoc/>
    public override bool IsMeasured => true;

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        InstrumentBenchmark benchmark = new(context.Of(EachSeconds).Value, context.Cancellation);
        StudyTable measurements = new(
            "",
            [
                "one measurement of G", "readings", "conversions ms", "frames", "bus ms", "settling ms", "board time ms",
                "instrument code ms", "chip models ms",
            ],
            [.. Enum.GetValues<MeasurementScheme>().Select(scheme => Row(benchmark.Measure(scheme)))])
        {
            Caption = "board time runs by conversions, frames and waiting; the last two columns are this machine's",
            Width = TableWidth,
        };
        StudyTable recalls = new(
            "", ["one recall", "rounds", "multiply-adds", "here µs", "at 100 000 a second, s"],
            [.. ((int[])[4, 64]).Select(nodes => Row(benchmark.Recall(nodes)))])
        {
            Caption = "multiply-adds counted at the local fields",
            Width = TableWidth,
        };
        return new("Time of a measurement of G, and of a recall", [measurements, recalls]);
    }

    private static Words[] Row(MeasurementRow row) =>
    [
        row.Scheme, Whole(row.Readings), Milli(row.Conversion), Whole(row.Frames), Milli(row.Bus), Milli(row.Waiting), Milli(row.BoardTime),
        Text(1e3 * row.Code, "0.000"), Text(1e3 * row.Models, "0.000"),
    ];

    private static Words[] Row(RecallCost row) =>
    [
        row.Name, Whole(row.Rounds), Whole(row.Operations), Text(1e6 * row.Seconds, "0.00"),
        Text(row.SecondsAt(InstrumentBenchmark.InterpreterRate), "0.00000"),
    ];

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Milli(double seconds) => Text(1e3 * seconds, "0.0");
}
