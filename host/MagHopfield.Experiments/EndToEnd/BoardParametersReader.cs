using MagHopfield.Toml;
using MagHopfield.VirtualBoard;

namespace MagHopfield.Experiments.EndToEnd;

/// <summary>Reads [board]: the figures of the virtual board that a user may want to change.</summary>
internal static class BoardParametersReader
{
    /// <summary>The board's figures; every key is optional.</summary>
    /// <param name="section">[board], or null for a board by default.</param>
    public static BoardParameters Read(TomlSection? section)
    {
        BoardParameters board = new();
        if (section is null)
        {
            return board;
        }

        return board with
        {
            Seed = section.Integer("seed", int.MinValue, int.MaxValue, board.Seed),
            Adc = board.Adc with
            {
                NoiseAtHighGain = section.Number("adc_noise", "V", 0, 1e-3, board.Adc.NoiseAtHighGain),
            },
            NodeSwitch = board.NodeSwitch with
            {
                OnResistance = section.Positive("switch_resistance", "ohm", board.NodeSwitch.OnResistance),
                OnResistanceSpread = section.Number("switch_resistance_spread", "", 0, 0.5, board.NodeSwitch.OnResistanceSpread),
            },
            Analog = board.Analog with
            {
                ResistorTolerance = section.Number("resistor_tolerance", "", 0, 0.1, board.Analog.ResistorTolerance),
                ThermalEmf = section.Number("thermal_emf", "V", 0, 1e-3, board.Analog.ThermalEmf),
                DriverRise = section.Number("pulse_rise", "s", 0, 1e-3, board.Analog.DriverRise),
                ForceLeadResistance = section.Positive("lead_resistance", "ohm", board.Analog.ForceLeadResistance),
            },
        };
    }
}
