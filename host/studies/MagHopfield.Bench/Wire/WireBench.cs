using System.Globalization;
using MagHopfield.Film.Learning;
using MagHopfield.Instrument.Measure;
using MagHopfield.Studies;
using MagHopfield.Studies.Records;
using MagHopfield.VirtualBoard.WireErrors;

namespace MagHopfield.Bench.Wire;

/// <summary>Every single wrong bit on the SPI wire, and by which means it is noticed, as a study.</summary>
public sealed class WireBench : Study
{
    private static readonly string[] All = ["seven", "kelvin", "training", "initialise"];

    private static readonly StudyParameter<string[]> Operations = StudyParameter.Texts(
        "operation",
        "Operation whose frames are hurt: seven, kelvin, training, initialise; repeat for more, all where none is given.",
        "NAME") with
    {
        Choices = All,
    };

    private static readonly StudyParameter<bool> Sample = StudyParameter.Flag(
        "sample", "Only the first and the last frame of each kind, as the tests do; else every bit: minutes.");

    private static readonly WireOutcome[] Outcomes =
    [
        WireOutcome.NoEffect,
        WireOutcome.WithinBudget,
        WireOutcome.CheckByte,
        WireOutcome.AlignmentByte,
        WireOutcome.ErrorFlags,
        WireOutcome.Readback,
        WireOutcome.TimeOut, WireOutcome.Consistency, WireOutcome.Unnoticed,
    ];

    private static readonly string[] Heads =
    [
        "no effect", "within budget", "check byte", "alignment byte", "ADC's error flags", "readback", "time-out", "consistency",
        "unnoticed",
    ];

    /// <inheritdoc/>
    public override string Name => "bench wire";

    /// <inheritdoc/>
    public override string Summary => "Turn every single bit on the SPI wire over, one at a time, and count by which means it is noticed.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Operations, Sample];

    /// <inheritdoc/>
    public override bool IsMeasured => true;

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        List<StudySection> shown = [];
        bool isSound = true;
        foreach (string name in context.Of(Operations) is { Length: > 0 } some ? some : All)
            isSound &= Hurt(Operation(name), context.Of(Sample), shown, context.Cancellation);
        return new("Single wrong bits on the SPI wire", shown) { Passes = isSound };
    }

    private static WireOperation Operation(string name) => name switch
    {
        "seven" => WireOperation.Measurement(MeasurementScheme.Seven),
        "kelvin" => WireOperation.Measurement(MeasurementScheme.Kelvin),
        "training" => WireOperation.Training,
        _ => WireOperation.Initialise,
    };

    private static bool Hurt(WireOperation operation, bool sample, List<StudySection> shown, CancellationToken cancellation)
    {
        using WireStudy study = new(OjaFilm.Niu2024(), operation);
        WireBit[] bits = [.. sample ? study.BitsOfEachKind : study.Bits];
        SortedDictionary<string, int[]> counts = new(StringComparer.Ordinal);
        foreach (WireBit bit in bits)
        {
            cancellation.ThrowIfCancellationRequested();
            WireOutcome outcome = study.Try(bit);
            if (!counts.TryGetValue(bit.Way, out int[]? row))
                counts[bit.Way] = row = new int[Outcomes.Length];
            row[Array.IndexOf(Outcomes, outcome)]++;
            if (outcome == WireOutcome.Unnoticed)
                shown.Add(new StudyLine(new Words("unnoticed", Tone.Bad), $" {bit}"));
        }

        shown.Add(new StudyTable(
            "", ["", "bits", .. Heads],
            [.. counts.Select(c => (Words[])[c.Key, Whole(c.Value.Sum()), .. c.Value.Select(n => (Words)(n == 0 ? "" : Whole(n)))])])
        {
            Title = $"{operation.Name}: {Whole(bits.Length)} bits of {Whole(study.FrameCount)} frames",
            Caption = $"largest difference within the budget {study.LargestDifference.ToString("0.0e+0", CultureInfo.InvariantCulture)}",
            Width = 140,
        });
        return counts.Values.All(row => row[Array.IndexOf(Outcomes, WireOutcome.Unnoticed)] == 0);
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
