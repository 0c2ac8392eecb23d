using MagHopfield.Micromagnetics.Torques;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Terms;

/// <summary>Coercivity as dry friction: a moment moves only where |m × H| exceeds it.</summary>
/// <param name="CoerciveField">Coercive field Hc in A/m.</param>
public sealed record FrictionTerm(double CoerciveField) : Term
{
    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope) =>
        CoerciveField > 0 ? new() { Friction = new DryFriction<T>(CoerciveField) } : null;

    /// <inheritdoc/>
    public override IEnumerable<TermSource> Sources(TermUse use) => use.Runs && CoerciveField > 0
        ? [new("Coercivity as dry friction", "W. Baltensperger and J. S. Helman, J. Appl. Phys. 73, 6516 (1993).")] : [];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TermCheck check)
    {
        if (!check.Magnet.Runs.Any())
        {
            yield return check.Warning(
                Line, $"friction acts in stages of kind \"run\" only, and there is none; add one or remove [friction].");
        }
    }

    /// <inheritdoc/>
    public override void Write(DocumentWriter text)
    {
        text.Section("[friction]");
        text.Add(FrictionDeclaration.CoerciveField, CoerciveField);
    }
}

/// <summary>Declares <see cref="FrictionTerm"/>.</summary>
internal sealed class FrictionDeclaration : TermDeclaration
{
    public static readonly Key<double> CoerciveField = Key.Number(
        "coercive_field",
        "A/m",
        "Coercive field Hc as dry friction: moments move only where |m×H| exceeds it. Not together with a temperature.",
        minimum: 0);

    public override int Order => 950;

    public override IReadOnlyList<SectionDeclaration> Sections { get; } =
    [
        new(
            "friction",
            false,
            "Coercivity as dry friction (Baltensperger and Helman, J. Appl. Phys. 73, 6516 (1993)): beside the viscous field of Gilbert "
            + "damping a field of the constant size Hc against the motion, in stages of kind run. Not together with a temperature: "
            + "friction stands for what pins a body on average, thermal kicks included. The section may be left out.",
            [CoerciveField]),
    ];

    public override IEnumerable<Term> Read(TermReading file)
    {
        if (file.Root.OptionalSection("friction") is not TomlSection section)
            return [];
        double field = CoerciveField.Read(section);
        bool isWarm = file.Root.OptionalSection("thermal") is TomlSection thermal && ThermalDeclaration.Kelvin.Read(thermal) > 0;
        return field > 0 && isWarm
            ? throw section.Error(
                CoerciveField.Name, "is friction at a temperature, but it holds without noise only; remove [friction] or [thermal]")
            : [new FrictionTerm(field) { Line = section.Line }];
    }
}
