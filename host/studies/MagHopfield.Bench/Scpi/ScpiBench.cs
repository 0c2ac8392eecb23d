using MagHopfield.Studies;
using MagHopfield.Studies.Numbers;
using MagHopfield.Studies.Records;
using static MagHopfield.Bench.BenchParameters;

namespace MagHopfield.Bench.Scpi;

/// <summary>Commands a second of the firmware's parser, and the transfer of G, without a wire, as a study.</summary>
public sealed class ScpiBench : Study
{
    private static readonly StudyParameter<Quantity> EachSeconds = Seconds("kind of message");

    /// <inheritdoc/>
    public override string Name => "bench scpi";

    /// <inheritdoc/>
    public override string Summary => "Commands a second of the SCPI parser, and one transfer of G for 4 and 64 nodes, in this process.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [EachSeconds];

    /// <inheritdoc/>
    public override bool IsMeasured => true;

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        ScpiBenchmark benchmark = new(context.Of(EachSeconds).Value, context.Cancellation);
        StudyTable table = new(
            "", ["message", "N", "bytes in", "bytes out", "µs a message", "commands/s", "MB/s"],
            [
                .. benchmark.Run(4, 64).Select(row => (Words[])
                [
                    row.Name, Text(row.Nodes, "0"), Text(row.BytesIn, "0"), Text(row.BytesOut, "0"), Text(1e6 * row.Seconds, "0.00"),
                    Text(row.CommandsPerSecond, "0"), Text(1e-6 * row.BytesPerSecond, "0.0"),
                ]),
            ])
        {
            Caption = "from the bytes of a message to the bytes of its answer, one core, no wire; at 115200 baud a byte takes 87 µs",
            Width = 140,
        };
        return new("Speed of the SCPI parser", [table]);
    }
}
