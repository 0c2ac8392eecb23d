namespace MagHopfield.Shared.Scpi;

/// <summary>
/// A status register of SCPI (1999.0, volume 1, 4.3): condition, event and enable; a rising bit of the condition is an event.
/// </summary>
public sealed class StatusRegister
{
    private const int AllBits = 0x7FFF;

    private int _enable;

    /// <summary>What holds now; 15 bits.</summary>
    public int Condition { get; private set; }

    /// <summary>What has begun to hold since the register was last read.</summary>
    public int Event { get; private set; }

    /// <summary>Events that are summed into the status byte; 15 bits, bit 15 is always 0.</summary>
    public int Enable
    {
        get => _enable;
        set => _enable = value & AllBits;
    }

    /// <summary>Whether an enabled event is set.</summary>
    public bool Summary => (Event & Enable) != 0;

    /// <summary>Sets the condition.</summary>
    /// <param name="condition">15 bits.</param>
    public void Set(int condition)
    {
        int now = condition & AllBits;
        Event |= now & ~Condition;
        Condition = now;
    }

    /// <summary>Reads and clears the event register.</summary>
    public int TakeEvent()
    {
        int value = Event;
        Event = 0;
        return value;
    }
}
