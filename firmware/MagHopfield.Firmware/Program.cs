namespace MagHopfield.Firmware;

/// <summary>The start of the firmware.</summary>
public static class Program
{
    /// <summary>Runs for ever, or until the watchdog restarts the ESP32.</summary>
    public static void Main() => GuardedStart.Run();
}
