using System;

namespace MagHopfield.Instrument.Board;

/// <summary>Bits of a node's switch word (hardware/board.md, "Switches").</summary>
[Flags]
public enum NodeSwitch : byte
{
    /// <summary>All open.</summary>
    None = 0,

    /// <summary>SW1: SRC – B, the node belongs to the + group.</summary>
    ForcePlus = 1,

    /// <summary>SW2: RTN – B, the node belongs to the − group.</summary>
    ForceMinus = 2,

    /// <summary>SW3: sense lead – SENSE_P.</summary>
    SensePositive = 4,

    /// <summary>SW4: sense lead – SENSE_N.</summary>
    SenseNegative = 8,

    /// <summary>SW5: board side of the shunt – SENSE_P.</summary>
    ShuntPositive = 16,

    /// <summary>SW6: film side of the shunt – SENSE_N.</summary>
    ShuntNegative = 32,

    /// <summary>SW3 to SW6: the switches of the sense buses.</summary>
    Sense = 60,

    /// <summary>SW1 to SW6: the switches that are connected.</summary>
    Connected = 63,
}
