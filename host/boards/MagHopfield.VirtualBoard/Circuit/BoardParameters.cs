using MagHopfield.VirtualBoard.Chips;
using MagHopfield.VirtualBoard.Chips.Ad5754;
using MagHopfield.VirtualBoard.Chips.Ad7124;
using MagHopfield.VirtualBoard.Chips.Adgs1414;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>All figures of a virtual board. Two boards with the same figures and the same traffic give the same bits.</summary>
public sealed record BoardParameters
{
    /// <summary>Seed of every part's errors and of the noise.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The ADC.</summary>
    public Ad7124Parameters Adc { get; init; } = new();

    /// <summary>The DACs.</summary>
    public Ad5754Parameters Dac { get; init; } = new();

    /// <summary>The switch chips of the nodes, ADGS1414D.</summary>
    public AdgsParameters NodeSwitch { get; init; } = AdgsParameters.Adgs1414D;

    /// <summary>The pulse switch chips, ADGS6414D.</summary>
    public AdgsParameters PulseSwitch { get; init; } = AdgsParameters.Adgs6414D;

    /// <summary>What lies between the chips.</summary>
    public AnalogParameters Analog { get; init; } = new();

    /// <summary>Clocks of the bus.</summary>
    public SpiParameters Spi { get; init; } = new();

    /// <summary>Deliberate defects.</summary>
    public ChipDefects Defects { get; init; } = new();

    /// <summary>Checks every figure.</summary>
    /// <param name="nodeCount">Number of nodes N, 2 … 64.</param>
    /// <exception cref="ArgumentException">A figure out of range, with its name and how to mend it.</exception>
    public void Validate(int nodeCount)
    {
        if (nodeCount is < 2 or > 64)
            throw new ArgumentException($"A virtual board has 2 … 64 nodes; the film has {nodeCount}.");

        Adc.Validate();
        Dac.Validate();
        NodeSwitch.Validate();
        PulseSwitch.Validate();
        Analog.Validate();
        Spi.Validate();
        Defects.Validate(nodeCount);
    }
}
