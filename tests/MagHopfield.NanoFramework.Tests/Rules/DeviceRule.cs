using MagHopfield.NanoFramework.Tests.Image;

namespace MagHopfield.NanoFramework.Tests.Rules;

/// <summary>One thing that the compiler takes and the device's interpreter does not: finds where an image does it.</summary>
internal delegate IEnumerable<Finding> DeviceRule(FirmwareImage image);

/// <summary>All rules.</summary>
internal static class DeviceRules
{
    public static readonly DeviceRule[] All =
    [
        MultiDimensionalArrays.Find,
        GenericTypes.Find,
        GenericMethods.Find,
        FunctionPointers.Find,
        Rethrow.Find,
        DefaultInterfaceMethods.Find,
        CheckedArithmetic.Find,
        Pointers.Find,
        FloatingDivision.Find,
        NegatedGreater.Find,
    ];
}
