using MagHopfield.NanoFramework.Tests.Image;

namespace MagHopfield.NanoFramework.Tests.Rules;

/// <summary>
/// Interface members with a body: calling one throws. Static ones have not been tried on the device and are refused with them.
/// </summary>
internal static class DefaultInterfaceMethods
{
    public static IEnumerable<Finding> Find(FirmwareImage image) => image.Types.Where(type => type.IsInterface)
        .SelectMany(type => type.Methods).Where(method => method.HasBody)
        .Select(method => image.At(method, "a body in an interface throws when it is called; put it in a class."));
}
