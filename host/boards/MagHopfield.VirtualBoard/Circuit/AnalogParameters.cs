using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>Figures of the analog board between the chips (hardware/board.md).</summary>
public sealed record AnalogParameters
{
    /// <summary>R_SHUNT in ohms: 50 Ω.</summary>
    public double ShuntResistance { get; init; } = 50;

    /// <summary>R_REF in ohms: 50 Ω.</summary>
    public double ReferenceResistance { get; init; } = 50;

    /// <summary>Tolerance of shunts and R_REF, relative: 10⁻⁴. The values lie evenly within it.</summary>
    public double ResistorTolerance { get; init; } = 1e-4;

    /// <summary>Force lead F_k – E_k in ohms: 1 Ω.</summary>
    public double ForceLeadResistance { get; init; } = 1;

    /// <summary>Sense lead E_k – S_k in ohms: 1 Ω.</summary>
    public double SenseLeadResistance { get; init; } = 1;

    /// <summary>Relative standard deviation of the leads from node to node.</summary>
    public double LeadSpread { get; init; } = 0.1;

    /// <summary>Standard deviation of the thermal EMF of each sense switch path, in volts: 1 µV.</summary>
    public double ThermalEmf { get; init; } = 1e-6;

    /// <summary>Resistance of an ADC input to ground in ohms: 1 GΩ (buffered; to be confirmed).</summary>
    public double InputResistance { get; init; } = 1e9;

    /// <summary>Voltage beyond a supply at which an ADC input's clamp conducts, in volts: 0.3 V.</summary>
    public double ClampDrop { get; init; } = 0.3;

    /// <summary>Resistance of a conducting clamp in ohms.</summary>
    public double ClampResistance { get; init; } = 100;

    /// <summary>Resistance through the Al2O3 between film and gold at each node, in ohms: 100 GΩ.</summary>
    public double InsulationResistance { get; init; } = 1e11;

    /// <summary>R_BLEED from the gold layer (T_1) to ground, in ohms: 1 MΩ.</summary>
    public double BleedResistance { get; init; } = 1e6;

    /// <summary>Output resistance of a pulse driver in ohms: 0.2 Ω.</summary>
    public double DriverResistance { get; init; } = 0.2;

    /// <summary>Current limit of a pulse driver in amperes: 0.5 A.</summary>
    public double DriverCurrentLimit { get; init; } = 0.5;

    /// <summary>Resistance of a disabled driver to ground in ohms: 10 kΩ.</summary>
    public double DriverOffResistance { get; init; } = 10e3;

    /// <summary>Resistor from +1.8 V to a driver's output in ohms: 180 kΩ; with that to ground it lifts the output of a disabled driver to
    /// 95 mV.</summary>
    public double RestResistance { get; init; } = 180e3;

    /// <summary>Upper resistor of the dividers of the ADC's monitor inputs, in ohms: 330 kΩ.</summary>
    public double MonitorUpper { get; init; } = 330e3;

    /// <summary>Lower resistor of those dividers in ohms: 75 kΩ.</summary>
    public double MonitorLower { get; init; } = 75e3;

    /// <summary>Tolerance of these three, relative: 1 %. The values lie evenly within it.</summary>
    public double MonitorTolerance { get; init; } = 0.01;

    /// <summary>Positive rail of the pulse drivers in volts.</summary>
    public double PositiveRail { get; init; } = 6.5;

    /// <summary>Negative rail of the pulse drivers in volts.</summary>
    public double NegativeRail { get; init; } = -6.5;

    /// <summary>Standard deviation of the drivers' offset in volts: 1 mV.</summary>
    public double DriverOffset { get; init; } = 1e-3;

    /// <summary>
    /// Duration of each edge of a pulse, in seconds: 0, so that a film need not be simulated through them. The board on paper rises in 1.3
    /// µs (hardware/README.md); `maghopfield paper niu2024 pulse` tells what that does to a film. Longer than the pulse it is cut to its
    /// width.
    /// </summary>
    public double DriverRise { get; init; }

    /// <summary>Checks the figures.</summary>
    /// <exception cref="ArgumentException">A figure that no board can have.</exception>
    public void Validate()
    {
        ParameterCheck.Positive("Shunt resistance", ShuntResistance, "Ω");
        ParameterCheck.Positive("Reference resistance", ReferenceResistance, "Ω");
        ParameterCheck.NotNegative("Resistor tolerance", ResistorTolerance, "(relative)");
        ParameterCheck.Positive("Force lead resistance", ForceLeadResistance, "Ω");
        ParameterCheck.Positive("Sense lead resistance", SenseLeadResistance, "Ω");
        ParameterCheck.NotNegative("Lead spread", LeadSpread, "(relative)");
        ParameterCheck.NotNegative("Thermal EMF", ThermalEmf, "V");
        ParameterCheck.Positive("Input resistance", InputResistance, "Ω");
        ParameterCheck.NotNegative("Clamp drop", ClampDrop, "V");
        ParameterCheck.Positive("Clamp resistance", ClampResistance, "Ω");
        ParameterCheck.Positive("Insulation resistance", InsulationResistance, "Ω");
        ParameterCheck.Positive("Bleed resistance", BleedResistance, "Ω");
        ParameterCheck.Positive("Driver resistance", DriverResistance, "Ω");
        ParameterCheck.Positive("Driver current limit", DriverCurrentLimit, "A");
        ParameterCheck.Positive("Driver off resistance", DriverOffResistance, "Ω");
        ParameterCheck.Positive("Rest resistance", RestResistance, "Ω");
        ParameterCheck.Positive("Upper resistance of the monitor", MonitorUpper, "Ω");
        ParameterCheck.Positive("Lower resistance of the monitor", MonitorLower, "Ω");
        ParameterCheck.NotNegative("Tolerance of the monitor", MonitorTolerance, "(relative)");
        ParameterCheck.NotNegative("Driver offset", DriverOffset, "V");
        ParameterCheck.NotNegative("Driver rise", DriverRise, "s");
        if (ResistorTolerance >= 1 || MonitorTolerance >= 1 || LeadSpread > 0.3)
        {
            throw new ArgumentException(
                $"Tolerances are {ResistorTolerance} and {MonitorTolerance}, lead spread {LeadSpread}; keep them below 1 and 0.3.");
        }
    }
}
