package vn.chitieu.cli;

import picocli.CommandLine.IVersionProvider;
import vn.chitieu.catalog.run.ProductClasses;

/** The version of the product as the program prints it. */
final class ProductVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"chitieu " + ProductClasses.version()};
    }
}
