using System.Globalization;
using MagHopfield.NanoFramework.Tests;
using MagHopfield.NanoFramework.Tests.Image;
using Mono.Cecil;

namespace MagHopfield.DeviceMemory.Tests.Device;

/// <summary>Rows of the tables of an assembly, for each of which the runtime keeps a little on the heap.</summary>
internal sealed record AssemblyTables(
    string Name, int AssemblyReferences, int TypeReferences, int FieldReferences, int MethodReferences, int Types, int Fields, int Methods,
    int StaticFields)
{
    // sizeof(CLR_RT_Assembly) on a 32-bit target.
    private const int Head = 140;

    /// <summary>
    /// Bytes on the heap (CLR_RT_Assembly::CreateInstance of nf-interpreter a3e8139): four for a reference, eight for a type, two for a
    /// field and for a method, one more for a method in builds with a debugger, a block for a static field.
    /// </summary>
    /// <param name="hasDebugger">
    /// Whether the interpreter was built with its debugger, as those for the ESP32 are (NF_FEATURE_DEBUGGER) and that for a Linux host is
    /// not.
    /// </param>
    public int Bytes(bool hasDebugger) =>
        DeviceSizes.Rounded(Head + (4 * (AssemblyReferences + TypeReferences + FieldReferences + MethodReferences))
        + (8 * Types) + Word(2 * Fields) + Word(2 * Methods) + (hasDebugger ? Word(Methods) : 0) + (DeviceSizes.Block * StaticFields));

    /// <summary>The libraries of the head.</summary>
    public static IReadOnlyList<AssemblyTables> Libraries() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "MagHopfield.DeviceMemory.Tests", "Device", "libraries.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(cells => (Name: cells[0], Counts: cells[1..].Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray()))
            .Select(row => new AssemblyTables(
                row.Name, row.Counts[0], row.Counts[1], row.Counts[2], row.Counts[3], row.Counts[4], row.Counts[5],
                row.Counts[6], row.Counts[7])),
    ];

    /// <summary>The firmware, compiled as the device would compile it.</summary>
    public static AssemblyTables Firmware()
    {
        string[] folders = ["shared/MagHopfield.Shared", "firmware/MagHopfield.Instrument", "firmware/MagHopfield.Firmware"];
        FirmwareImage image = FirmwareCompiler.Build(FirmwareCompiler.Read(folders), isProgram: true, allowUnsafe: false);
        TypeDefinition[] types = [.. image.Types.Where(type => type.Name != "<Module>")];
        ModuleDefinition module = types[0].Module;
        FieldDefinition[] fields = [.. types.SelectMany(type => type.Fields).Where(field => !field.HasConstant)];
        return new AssemblyTables(
            "firmware",
            module.AssemblyReferences.Count,
            module.GetTypeReferences().Count(),
            module.GetMemberReferences().OfType<FieldReference>().Count(),
            module.GetMemberReferences().OfType<MethodReference>().Count(),
            types.Length,
            fields.Length,
            types.Sum(type => type.Methods.Count),
            fields.Count(field => field.IsStatic));
    }

    private static int Word(int bytes) => (bytes + 3) / 4 * 4;
}
