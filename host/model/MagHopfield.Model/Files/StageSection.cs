using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Problems;
using MagHopfield.Model.Shapes;

namespace MagHopfield.Model.Files;

/// <summary>[[stage]].</summary>
internal static class StageSection
{
    public static readonly Key<StageKind> Kind = Key.Choice(
        "kind",
        "What happens: the dynamics for a time; `relax`, descent to an equilibrium that never climbs in energy (quasi-Newton steps), so "
        + "that it passes no barrier; "
        + "or `minimise`, steepest descent with Barzilai-Borwein steps, which may climb on the way and so pass over a shallow minimum. "
        + "Where `relax` or `minimise` begins "
        + "without torque, every cell is turned by up to 1e-3 rad: what does not come back was a saddle, which is left and said. Simulated "
        + "time advances in `run` only.",
        [("run", StageKind.Run), ("relax", StageKind.Relax), ("minimise", StageKind.Minimise)]);

    public static readonly Key<double> Time = Key.Positive(
        "time", "s", "Simulated time of a run, at the longest where it may settle before.")
        .Without("required for a run");

    public static readonly Key<double?> MaxTorque = Key.OptionalPositive(
        "max_torque",
        "A/m",
        "A stage ends where the largest |m×H| is no larger; a `run` looks after every 32 steps.",
        "1e-5 Ms in double, 1e-4 Ms in single precision; none for `run` and with `energy_change`");

    public static readonly Key<double?> EnergyChange = Key.OptionalPositive(
        "energy_change",
        "",
        "A stage ends where 32 steps, of `relax` 200, of `minimise` 500, change the energy by no larger a fraction.",
        "none");

    // The sections of currents, as in "[current] and [slonczewski]".
    private static string Currents
    {
        get
        {
            string[] sections = [.. TermDeclaration.All.SelectMany(t => t.CurrentSections).Select(s => s.Header)];
            return string.Join(", ", sections[..^1]) + " and " + sections[^1];
        }
    }

    public static readonly Key<double> CurrentFactor = Key.Number(
        "current_factor", "", $"Factor on the currents of {Currents} during a `run`; 0 switches them off.", fallback: 1);

    public static readonly Key<int> MaxSteps = Key.Integer(
        "max_steps",
        "`relax` and `minimise` end after this many steps at the latest; the run then answers exit code 1, as it does where rounding ends "
        + "`relax` above `max_torque`.",
        1,
        int.MaxValue,
        200_000);

    public static readonly Key<bool> SaveField = Key.Flag(
        "save_field",
        "Whether the field at the end of the stage is written, as m_stage001.ovf for the first stage, with its pictures.",
        false);

    public static readonly SectionDeclaration Declaration = new(
        "stage", true, "What happens, one stage after the other; at least one.",
        [
            Kind, Time, MaxTorque, EnergyChange, MaxSteps, CurrentFactor, SaveField,
        ]);

    public static StageParameters Read(
        TomlSection section,
        TermReading file,
        MaterialParameters material,
        IReadOnlyList<RegionParameters> regions,
        Precision precision,
        bool thermal)
    {
        StageKind kind = Kind.Read(section);
        Term[] own = [.. TermDeclaration.All.Select(declaration => declaration.ReadOfStage(section, file)).OfType<Term>()];
        double? change = EnergyChange.Read(section), torque = MaxTorque.Read(section);
        if (kind == StageKind.Run)
        {
            if (thermal && (change ?? torque) is not null)
            {
                throw section.Error(
                    torque is null
                        ? EnergyChange.Name
                        : MaxTorque.Name, "has no meaning with thermal fluctuations, which never settle; remove it");
            }

            return new(
                kind, Time.Read(section), torque, change, 0, CurrentFactor.Read(section), own, SaveField.Read(section), section.Line);
        }

        double largest = regions.Select(r => r.SaturationMagnetisation ?? 0).Append(material.SaturationMagnetisation).Max();
        torque ??= change is null ? (precision == Precision.Double ? 1e-5 : 1e-4) * largest : null;
        return new(kind, 0, torque, change, MaxSteps.Read(section), 0, own, SaveField.Read(section), section.Line);
    }

    public static void Write(DocumentWriter text, StageParameters stage)
    {
        text.Section("[[stage]]");
        text.Add(Kind, stage.Kind);
        if (stage.Kind == StageKind.Run)
            text.Add(Time, stage.Duration);
        text.Add(MaxTorque, stage.MaxTorque);
        text.Add(EnergyChange, stage.EnergyChange);
        if (stage.Kind == StageKind.Run)
            text.Add(CurrentFactor, stage.CurrentFactor);
        else
            text.Add(MaxSteps, stage.MaxSteps);
        text.Add(SaveField, stage.SaveField);
        foreach (Term own in stage.Own)
            own.WriteOfStage(text);
    }
}
