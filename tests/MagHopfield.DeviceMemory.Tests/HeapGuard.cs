using MagHopfield.DeviceMemory.Tests.Device;

namespace MagHopfield.DeviceMemory.Tests;

/// <summary>What of the heap may be used. An ESP32-WROOM gives nanoFramework at most about 111 kB.</summary>
internal static class HeapGuard
{
    /// <summary>Most bytes of the whole heap in any use.</summary>
    public const int MostBytes = 80000;

    /// <summary>
    /// Most bytes that the table of the commands holds while none is carried out: headers and values of settings, no row.
    /// </summary>
    public const int MostOfTable = 2800;

    private const int Named = 1000;

    private static readonly Lazy<int> Tables =
        new(() => AssemblyTables.Firmware().Bytes(true) + AssemblyTables.Libraries().Sum(library => library.Bytes(true)));

    /// <summary>What lies on the heap by itself: tables of the assemblies, threads, objects of the head.</summary>
    public static IReadOnlyList<(string Name, int Bytes)> Given(int nodes) =>
    [
        ("tables of the assemblies", Tables.Value),
        ("threads of the interpreter", RuntimeObjects.BeforeMain + RuntimeObjects.WhileRunning),
        ("serial port", HeadObjects.SerialPort + HeadObjects.Timer),
        ("pins, buses, channels of the head", HeadObjects.OfBoard(nodes)),
    ];

    /// <summary>The whole heap at the peak of a use.</summary>
    public static int Total(HeapMeasurement measured) => measured.Peak + Given(measured.Nodes).Sum(given => given.Bytes);

    /// <summary>All that the heap holds at the peak of a use, largest first.</summary>
    public static string Text(HeapMeasurement measured)
    {
        IEnumerable<(string Name, int Bytes)> stacks = measured.Figures.Where(
            figure => figure.Key.StartsWith("stack", StringComparison.Ordinal))
            .Select(figure => (figure.Key, figure.Value));
        IEnumerable<(string Name, int Bytes)> rows = Given(measured.Nodes).Concat(stacks).Concat(
            measured.Holders.Largest(Named)).OrderByDescending(row => row.Bytes);
        return $"{measured.Use}, {measured.Nodes} nodes: {Total(measured)} bytes\n"
            + string.Join('\n', rows.Select(row => $"{row.Bytes,7} {row.Name}"));
    }

    /// <summary>What is too much, or null.</summary>
    public static string? Find(HeapMeasurement measured)
    {
        int table = measured.Holders.Of("scpi.Table");
        return Total(measured) > MostBytes ? $"More than {MostBytes} bytes: {Text(measured)}"
            : table > MostOfTable ? $"The table of the commands holds {table} bytes, more than {MostOfTable}: {Text(measured)}"
            : null;
    }
}
