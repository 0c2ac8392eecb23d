using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Torques;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Transport;

namespace MagHopfield.Model.Torques;

/// <summary>A current in a heavy metal beside the magnet, with its spin-orbit torque.</summary>
/// <param name="CurrentDensity">
/// Current density j in A/m²; null for that solved between electrodes, times <paramref name="CurrentRatio"/>.
/// </param>
/// <param name="Polarisation">Direction σ of the spins, of any length but zero; null for ẑ×ĵ of the solved current in each cell.</param>
/// <param name="DampingLike">Damping-like efficiency ξ_DL, dimensionless.</param>
/// <param name="FieldLike">Field-like efficiency ξ_FL, dimensionless.</param>
/// <param name="Thickness">Thickness t of the magnet in metres, or null for that of the body at each place.</param>
/// <param name="CurrentRatio">Current density in the heavy metal over that solved in the film, no unit.</param>
public sealed record SpinOrbitTerm(
    double? CurrentDensity, Vector3D? Polarisation, double DampingLike, double FieldLike, double? Thickness, double CurrentRatio = 1)
    : LayerTorqueTerm("spin_orbit", Thickness)
{
    /// <inheritdoc/>
    public override bool TakesSolvedCurrent => CurrentDensity is null;

    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope)
    {
        if (CurrentDensity is not double density || Polarisation is not Vector3D spins)
        {
            return new()
            {
                Torque = new SpinOrbit<T>(scope.Body, scope.SolvedCurrent!, DampingLike, FieldLike, Thickness)
                {
                    CurrentDensity = CurrentRatio,
                },
            };
        }

        SpinOrbit<T> torque = new(scope.Body, spins.Normalised(), DampingLike, FieldLike, Thickness);
        return new() { Torque = torque, SetCurrent = factor => torque.CurrentDensity = factor * density };
    }

    /// <inheritdoc/>
    protected override double Strongest => Math.Abs(DampingLike) + Math.Abs(FieldLike);

    /// <inheritdoc/>
    protected override double LargestDensity(TermMagnet magnet) =>
        Math.Abs(CurrentDensity ?? (CurrentRatio * magnet.LargestSolvedCurrent));

    /// <inheritdoc/>
    public override IEnumerable<TermSource> Sources(TermUse use) =>
        use.Runs ? [new("Spin-orbit torque", "A. Manchon et al., Rev. Mod. Phys. 91, 035004 (2019).")] : [];

    /// <inheritdoc/>
    public override void Write(DocumentWriter text)
    {
        text.Section($"[{Section}]");
        if (CurrentDensity is double density && Polarisation is Vector3D spins)
        {
            text.Add(SpinOrbitDeclaration.CurrentDensity, density);
            text.Add(SpinOrbitDeclaration.Polarisation, spins);
        }
        else
        {
            text.Add(SpinOrbitDeclaration.CurrentRatio, CurrentRatio);
        }

        text.Add(SpinOrbitDeclaration.DampingLike, DampingLike);
        text.Add(SpinOrbitDeclaration.FieldLike, FieldLike);
        text.Add(SpinOrbitDeclaration.Thickness, Thickness);
    }
}

/// <summary>Declares <see cref="SpinOrbitTerm"/>.</summary>
internal sealed class SpinOrbitDeclaration : TermDeclaration
{
    public static readonly Key<double> CurrentDensity = LayerTorqueKeys.Current(
        "Current density j in the heavy metal; a positive one with a positive efficiency turns m towards σ.")
        .Without("required without a [[drive]]");

    public static readonly Key<double> CurrentRatio = Key.Number(
        "current_ratio",
        "",
        "Without `current_density`: current density in the heavy metal over that which a [[drive]] sends through the film at the same "
        + "place, the ratio of their conductivities.",
        fallback: 1);

    public static readonly Key<Vector3D> CurrentDirection = Key.Direction(
        "current_direction", "Direction ĵ of the current in the film plane, "
        + "which gives σ = ẑ×ĵ.").Without("this or `polarisation` is required with `current_density`");

    public static readonly Key<Vector3D> Polarisation = Key.Direction("polarisation", "Direction σ of the spins, instead of "
        + "`current_direction`.")
        .Without("this or `current_direction` is required with `current_density`");

    public static readonly Key<double> DampingLike = Key.Number("damping_like", "", "Damping-like efficiency ξ_DL.")
        .Without("this or `spin_hall_angle` is required");

    public static readonly Key<double> SpinHallAngle = Key.Number(
        "spin_hall_angle", "", "Spin-Hall angle θ of the heavy metal, which gives ξ_DL = θ T, instead of `damping_like`.")
        .Without("this or `damping_like` is required");

    public static readonly Key<double> Transparency = Key.Number(
        "transparency", "", "Transparency T of the interface for spins, with `spin_hall_angle`.", 0, 1, 1);

    public static readonly Key<double> FieldLike = Key.Number("field_like", "", "Field-like efficiency ξ_FL.", fallback: 0);

    public static readonly Key<double?> Thickness = LayerTorqueKeys.Thickness("the magnet");

    public override int Order => 900;

    public override IReadOnlyList<SectionDeclaration> CurrentSections => Sections;

    public override IReadOnlyList<SectionDeclaration> Sections { get; } =
    [
        new(
            "spin_orbit",
            false,
            """
            A current in a heavy metal beside the magnet with its spin-orbit torque a m×(σ×m) − b m×σ, a = γħ ξ_DL j/(2 µ0 e Ms t), b = γħ
            ξ_FL j/(2 µ0 e Ms t)
            (Manchon et al., Rev. Mod. Phys. 91, 035004 (2019)), in stages of kind run. The section may be left out.

            The field-like part is that of a field ħ ξ_FL j/(2 µ0 e Ms t) along σ. With σ = ẑ×ĵ the efficiencies have their signs for a
            heavy metal below the magnet
            and the normal z upwards; above it, both change sign. In mumax3 the same torque is that of its Slonczewski torque with Lambda =
            1, Pol = ξ_DL,
            EpsilonPrime = ξ_FL/2 and FixedLayer = σ.

            Without `current_density` the current is that which a [[drive]] sends through the film, times `current_ratio`, in a heavy metal
            below it: jσ = ẑ×j in each cell. It is taken along the film's own current, though of that the share by magnetoresistance, some
            per cent, is the film's alone. What the metal carries is not counted in the film's conductance, its currents or its Oersted
            field: a current of a [[drive]] is that of the film alone.
            """,
            [CurrentDensity, CurrentRatio, CurrentDirection, Polarisation, DampingLike, SpinHallAngle, Transparency, FieldLike, Thickness]),
    ];

    public override IEnumerable<Term> Read(TermReading file)
    {
        if (file.Root.OptionalSection("spin_orbit") is not TomlSection section)
            return [];
        LayerTorqueKeys.RefuseBoth(section, Polarisation.Name, CurrentDirection.Name, "the direction of the spins");
        LayerTorqueKeys.RefuseBoth(section, DampingLike.Name, SpinHallAngle.Name, "the damping-like efficiency");
        double efficiency =
            section.Has(DampingLike.Name) ? DampingLike.Read(section) : SpinHallAngle.Read(section) * Transparency.Read(section);
        if (section.Has(CurrentDensity.Name) || !TransportDeclaration.HasSolvedCurrent(file))
        {
            return
            [
                new SpinOrbitTerm(
                    CurrentDensity.Read(section),
                    section.Has(Polarisation.Name) ? Polarisation.Read(section) : ByCurrent(section),
                    efficiency,
                    FieldLike.Read(section),
                    Thickness.Read(section))
                { Line = section.Line },
            ];
        }

        foreach (string key in new[] { Polarisation.Name, CurrentDirection.Name }.Where(section.Has))
        {
            throw section.Error(
                key, $"is given without {CurrentDensity.Name}, and the current of a [[drive]] has a direction of its own in each cell; "
                + $"remove it, or add {CurrentDensity.Name} in A/m²");
        }

        return
        [
            new SpinOrbitTerm(null, null, efficiency, FieldLike.Read(section), Thickness.Read(section), CurrentRatio.Read(section))
            {
                Line = section.Line,
            },
        ];
    }

    private static Vector3D ByCurrent(TomlSection section)
    {
        Vector3D current = CurrentDirection.Read(section);
        return current.Z == 0
            ? new(0 - current.Y, current.X, 0)
            : throw section.Error(CurrentDirection.Name, $"leaves the film plane; write a direction with 0 along z, or "
                + $"{Polarisation.Name}");
    }
}
