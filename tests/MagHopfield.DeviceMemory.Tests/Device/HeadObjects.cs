namespace MagHopfield.DeviceMemory.Tests.Device;

/// <summary>
/// Objects that the ESP32's head makes of the device's libraries and of its own classes, which do not run here. Fields of the libraries'
/// classes as in their sources (libraries.tsv says which); what runs here for the head (line of the LEDs, link, screen) is counted where it
/// runs.
/// </summary>
internal static class HeadObjects
{
    // Lists of objects grow by doubling from 4.
    private static readonly int ListOfFour = DeviceSizes.Object(4) + DeviceSizes.Array(4, DeviceSizes.Block);

    /// <summary>A pin: seven fields, its lock, its time span.</summary>
    private static readonly int Pin = DeviceSizes.Object(7) + DeviceSizes.Object(0) + DeviceSizes.Object(1);

    /// <summary>
    /// The timer that polls behind the port's event, and its lock: object, callback, what the interpreter keeps of it, and the thread that
    /// it is called on.
    /// </summary>
    public static readonly int Timer = RuntimeObjects.Thread + DeviceSizes.Object(3) + 36 + DeviceSizes.Object(5) + DeviceSizes.Object(0);

    /// <summary>
    /// A serial port: port, its stream, listener, event handlers, names; the thread that tells of data; the rest of SerialLink. The ring of
    /// received bytes belongs to the port's driver, outside the managed heap.
    /// </summary>
    public static int SerialPort =>
        RuntimeObjects.Thread + DeviceSizes.Object(1) + DeviceSizes.Object(19) + (3 * DeviceSizes.Object(1)) + ListOfFour + (2 * 36)
            + (2 * DeviceSizes.Text("COM2"))
        + DeviceSizes.Object(0);

    /// <summary>All but the serial port, for a board of N nodes.</summary>
    public static int OfBoard(int nodes)
    {
        int chips = 3 + nodes + ((nodes + 7) / 8) + ((nodes + 3) / 4) - 1;
        int selected = chips * (DeviceSizes.Object(2) + Pin);
        int ownPins = 4 * Pin;
        int controllers = 2 * (DeviceSizes.Object(2) + ListOfFour);
        int buses = 2 * (DeviceSizes.Object(5) + DeviceSizes.Object(8) + DeviceSizes.Object(0) + DeviceSizes.Array(2, 1));
        int channels = 2 * (DeviceSizes.Object(3) + DeviceSizes.Object(14) + ListOfFour + DeviceSizes.Object(4));
        int adc = (3 * DeviceSizes.Object(3)) + (3 * DeviceSizes.Object(0));

        // Clock, watchdog, gate, line, board; the head itself.
        int own = DeviceSizes.Object(11) + DeviceSizes.Object(2) + DeviceSizes.Object(3) + DeviceSizes.Object(2) + DeviceSizes.Object(2)
            + DeviceSizes.Object(5);
        return selected + ownPins + controllers + buses + channels + adc + own;
    }
}
