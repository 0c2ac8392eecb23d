using MagHopfield.Studies.Records;

namespace MagHopfield.Studies.Tests;

/// <summary>A study of the tests: the period of a pendulum by its series in the amplitude.</summary>
public sealed class PendulumStudy : Study
{
    public static readonly StudyParameter<int> Terms = StudyParameter.Whole("terms", "Terms of the series.", 6, 1, 20);

    public static readonly StudyParameter<string?> Fault = StudyParameter.TextOrNone("fault", "When to fail.", "WHEN");

    public override string Name => "pendulum";

    public override string Summary => "The period of a pendulum.";

    public override IReadOnlyList<StudyParameter> Parameters => [Terms, Fault];

    public override StudyFolder Folder => new("out/pendulum");

    public override StudyRecord Run(StudyContext context)
    {
        if (context.Of(Fault) == "before")
            throw new ArgumentException("--fault before: give another.");
        double sine = Math.Sin(0.5), ratio = 0, factor = 1;
        for (int n = 0; n < context.Of(Terms); n++)
        {
            ratio += factor * factor * Math.Pow(sine, 2 * n);
            factor *= (2 * n + 1.0) / (2 * n + 2);
            context.Progress.Report(new("series", (n + 1.0) / context.Of(Terms)));
        }

        if (context.Of(Fault) == "after")
            throw new OperationCanceledException();
        return new(
            "A pendulum",
            [new ComparisonTable(), new StudyTable("period", ["amplitude", "T/T0"], [["1 rad", ReportText.Number(ratio, "0.00000")]])])
        {
            Values = [new("T/T0", ratio, "1", "series in sin²(θ/2)")],

            // 2K(sin 0.5)/π, from tables of the complete elliptic integral.
            Comparisons =
            [
                new(
                    "series converges",
                    "T/T0 at 1 rad, within 1e-3",
                    "1.06633",
                    ReportText.Number(ratio, "0.00000"),
                    Math.Abs(ratio - 1.06633) < 1e-3),
            ],
        };
    }
}
