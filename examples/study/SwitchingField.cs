using MagHopfield.Studies;
using MagHopfield.Studies.Numbers;
using MagHopfield.Studies.Records;

/// <summary>
/// At which field a single-domain particle switches, against the angle of the field to its easy axis (Stoner and Wohlfarth, Phil. Trans. R.
/// Soc. A 240, 599 (1948)): the energy K V (sin²φ − 2 h cos(φ − ψ)), h = μ0 Ms H/(2K), is followed from its minimum at h = 0 while the
/// field against the magnetisation grows, until that minimum is none any more. Beside it the astroid, h^(-2/3) = cos^(2/3)ψ + sin^(2/3)ψ.
/// </summary>
public sealed class SwitchingField : Study
{
    private static readonly StudyParameter<int> Angles = StudyParameter.Whole("angles", "Number of angles from 5° to 85°.", 5, 2, 1000);

    private static readonly StudyParameter<Quantity> Step =
        StudyParameter.Of("step", "Step of the reduced field h.", Unit.Ratio, "0.0002") with
        {
            IsGood = s => s.Value is > 0 and <= 0.1,
            Range = "more than 0, at most 0.1",
        };

    /// <inheritdoc/>
    public override string Name => "stoner-wohlfarth";

    /// <inheritdoc/>
    public override string Summary => "The switching field of a single-domain particle against the angle of the field.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Angles, Step];

    /// <inheritdoc/>
    public override StudyFolder Folder => new("out/stoner-wohlfarth");

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        int count = context.Of(Angles);
        double step = context.Of(Step).Value;
        List<StudyComparison> comparisons = [];
        List<StudyValue> values = [];
        List<IReadOnlyList<Words>> rows = [];
        for (int k = 0; k < count; k++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            double degrees = 5 + (80.0 * k / (count - 1)), psi = degrees * Math.PI / 180;
            double ours = Switching(psi, step), astroid = Math.Pow(
                Math.Pow(Math.Cos(psi), 2 / 3.0) + Math.Pow(Math.Sin(psi), 2 / 3.0), -1.5);
            string angle = ReportText.Number(degrees, "0.#") + "°";
            comparisons.Add(new(
                "the particle switches on the astroid", $"h at {angle}, within two steps", ReportText.Number(astroid, "0.0000"),
                ReportText.Number(ours, "0.0000"), Math.Abs(ours - astroid) <= 2 * step, ReportText.Miss(ours, astroid)));
            values.Add(new($"h at {angle}", ours, "1", "energy followed numerically until its minimum vanishes"));
            rows.Add([angle, ReportText.Number(ours, "0.0000"), ReportText.Number(astroid, "0.0000")]);
            context.Progress.Report(new(angle, (k + 1.0) / count));
        }

        return new(
            "Switching field of a single-domain particle",
            [new ComparisonTable(), new StudyTable("astroid", ["angle", "h", "astroid"], rows)])
        {
            Comparisons = comparisons,
            Values = values,
            Passes = comparisons.TrueForAll(c => c.Agrees),
        };
    }

    // The field points to π − ψ: against a magnetisation that begins at φ = 0.
    private static double Switching(double psi, double step)
    {
        double direction = Math.PI - psi, phi = 0;
        for (double h = step; ; h += step)
        {
            // Newton's steps to the minimum nearby. It vanishes together with the curvature.
            for (int i = 0; i < 60; i++)
            {
                double slope = Math.Sin(2 * phi) + (2 * h * Math.Sin(phi - direction)), curvature = (2 * Math.Cos(2 * phi))
                    + (2 * h * Math.Cos(phi - direction));
                if (curvature <= 0)
                    return h;
                double change = Math.Clamp(-slope / curvature, -0.05, 0.05);
                phi += change;
                if (Math.Abs(change) < 1e-12)
                    break;
                if (i == 59)
                    return h;
            }
        }
    }
}
