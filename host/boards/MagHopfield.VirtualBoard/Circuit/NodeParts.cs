using MagHopfield.VirtualBoard.Chips;
using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>The real values of the parts of one node, drawn from the board's seed.</summary>
public sealed class NodeParts
{
    internal NodeParts(AnalogParameters p, SeededNoise noise, ChipDefects defects, int node)
    {
        Shunt = p.ShuntResistance * (1 + (p.ResistorTolerance * noise.Uniform()));
        foreach (WrongShunt wrong in defects.WrongShunts)
            Shunt = wrong.Node == node ? wrong.Ohms : Shunt;

        bool open = defects.OpenElectrodes.Contains(node);
        ForceLead = open ? OpenLead : p.ForceLeadResistance * (1 + (p.LeadSpread * noise.Sorted()));
        SenseLead = open || defects.OpenSenseLeads.Contains(node)
            ? OpenLead
            : p.SenseLeadResistance * (1 + (p.LeadSpread * noise.Sorted()));
        for (int i = 0; i < ThermalEmf.Length; i++)
            ThermalEmf[i] = p.ThermalEmf * noise.Sorted();

        DriverOffset = p.DriverOffset * noise.Sorted();
        MonitorUpper = p.MonitorUpper * (1 + (p.MonitorTolerance * noise.Uniform()));
        MonitorLower = p.MonitorLower * (1 + (p.MonitorTolerance * noise.Uniform()));
        Rest = p.RestResistance * (1 + (p.MonitorTolerance * noise.Uniform()));
        Insulation = p.InsulationResistance;
        foreach (InsulationBreakdown hole in defects.InsulationBreakdowns)
            Insulation = hole.Node == node ? hole.Ohms : Insulation;
    }

    /// <summary>Resistance of a lead that does not arrive, in ohms.</summary>
    public const double OpenLead = 1e10;

    /// <summary>R_SHUNT in ohms.</summary>
    public double Shunt { get; }

    /// <summary>Force lead in ohms.</summary>
    public double ForceLead { get; }

    /// <summary>Sense lead in ohms.</summary>
    public double SenseLead { get; }

    /// <summary>Thermal EMF of the paths through SW3 … SW6, in volts.</summary>
    public double[] ThermalEmf { get; } = new double[4];

    /// <summary>Offset of the pulse driver in volts.</summary>
    public double DriverOffset { get; }

    /// <summary>Resistor from the gold terminal to its monitor input in ohms.</summary>
    public double MonitorUpper { get; }

    /// <summary>Resistor from that input to ground in ohms.</summary>
    public double MonitorLower { get; }

    /// <summary>Resistor from +1.8 V to the driver's output in ohms.</summary>
    public double Rest { get; }

    /// <summary>Resistance from electrode to gold terminal in ohms.</summary>
    public double Insulation { get; }
}
