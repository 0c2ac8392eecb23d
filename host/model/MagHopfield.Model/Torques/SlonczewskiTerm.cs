using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Torques;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Torques;

/// <summary>A current through the film, with Slonczewski's spin-transfer torque (Zheng 2020, eq. 1).</summary>
/// <param name="CurrentDensity">Current density j in A/m²; with a positive one the torque turns m towards the fixed layer.</param>
/// <param name="FixedLayer">Direction m_p of the fixed layer, of any length but zero.</param>
/// <param name="Polarisation">Spin polarisation P, 0 to 1.</param>
/// <param name="Lambda">Λ, dimensionless.</param>
/// <param name="EpsilonPrime">Coefficient ε′ of the field-like torque, dimensionless.</param>
/// <param name="Thickness">Thickness t of the free layer in metres, or null for that of the body at each place.</param>
public sealed record SlonczewskiTerm(
    double CurrentDensity, Vector3D FixedLayer, double Polarisation, double Lambda, double EpsilonPrime, double? Thickness)
    : LayerTorqueTerm("slonczewski", CurrentDensity, Thickness)
{
    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope)
    {
        Slonczewski<T> torque = new(scope.Body, FixedLayer.Normalised(), Polarisation, Lambda, Thickness) { EpsilonPrime = EpsilonPrime };
        return new() { Torque = torque, SetCurrent = factor => torque.CurrentDensity = factor * CurrentDensity };
    }

    /// <inheritdoc/>
    protected override double Strongest => 2 * ((Polarisation * Math.Max(0.5, 0.5 * Lambda * Lambda)) + Math.Abs(EpsilonPrime));

    /// <inheritdoc/>
    public override IEnumerable<TermSource> Sources(TermUse use) =>
        use.Runs ? [new("Spin-transfer torque", "J. C. Slonczewski, J. Magn. Magn. Mater. 159, L1 (1996).")] : [];

    /// <inheritdoc/>
    public override void Write(DocumentWriter text)
    {
        text.Section($"[{Section}]");
        text.Add(SlonczewskiDeclaration.CurrentDensity, CurrentDensity);
        text.Add(SlonczewskiDeclaration.FixedLayer, FixedLayer);
        text.Add(SlonczewskiDeclaration.Polarisation, Polarisation);
        text.Add(SlonczewskiDeclaration.Lambda, Lambda);
        text.Add(SlonczewskiDeclaration.EpsilonPrime, EpsilonPrime);
        text.Add(SlonczewskiDeclaration.Thickness, Thickness);
    }
}

/// <summary>Declares <see cref="SlonczewskiTerm"/>.</summary>
internal sealed class SlonczewskiDeclaration : TermDeclaration
{
    public static readonly Key<double> CurrentDensity = LayerTorqueKeys.Current(
        "Current density j through the film; a positive one turns m towards the fixed layer.");

    public static readonly Key<Vector3D> FixedLayer = Key.Direction("fixed_layer", "Direction m_p of the fixed layer's magnetisation.");
    public static readonly Key<double> Polarisation = Key.Number("polarisation", "", "Spin polarisation P.", 0, 1);
    public static readonly Key<double> Lambda = Key.Positive(
        "lambda", "", "Slonczewski's parameter Λ in ε = Λ²/[(Λ² + 1) + (Λ² − 1) m·m_p].", 1);

    public static readonly Key<double?> EpsilonPrime = Key.OptionalNumber(
        "epsilon_prime",
        "",
        "Coefficient ε′ of the field-like torque, the EpsilonPrime of mumax3 and eps_prime of OOMMF.",
        "0, or from `field_like`");

    public static readonly Key<double?> FieldLike = Key.OptionalNumber(
        "field_like", "", "The same as a ratio β = ε′/P, instead of `epsilon_prime`.", "from `epsilon_prime`");

    public static readonly Key<double?> Thickness = LayerTorqueKeys.Thickness("the free layer");

    public override int Order => 800;

    public override IReadOnlyList<SectionDeclaration> CurrentSections => Sections;

    public override IReadOnlyList<SectionDeclaration> Sections { get; } =
    [
        new(
            "slonczewski",
            false,
            "A current through the film with Slonczewski's spin-transfer torque τε m×(m_p×m) − βτ m×m_p, τ = γħPj/(µ0 e Ms t) (Zheng "
            + "2020, eq. 1), "
            + "in stages of kind run. With ε′ = βP the field-like part is −γħε′j/(µ0 e Ms t) m×m_p. The section may be left out.",
            [CurrentDensity, FixedLayer, Polarisation, Lambda, EpsilonPrime, FieldLike, Thickness]),
    ];

    public override IEnumerable<Term> Read(TermReading file)
    {
        if (file.Root.OptionalSection("slonczewski") is not TomlSection section)
            return [];
        LayerTorqueKeys.RefuseBoth(
            section, EpsilonPrime.Name, FieldLike.Name, $"the field-like torque ({FieldLike.Name} = {EpsilonPrime.Name}/P)");
        LayerTorqueKeys.RequireOwnCurrent(
            file.Root, section, "stays in the plane of the film, and this torque is of one through it");
        double polarisation = Polarisation.Read(section);
        return
        [
            new SlonczewskiTerm(
                CurrentDensity.Read(section),
                FixedLayer.Read(section),
                polarisation,
                Lambda.Read(section),
                EpsilonPrime.Read(section) ?? ((FieldLike.Read(section) ?? 0) * polarisation),
                Thickness.Read(section))
            { Line = section.Line },
        ];
    }
}
